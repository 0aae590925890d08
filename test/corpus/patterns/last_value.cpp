// The value of the last iteration is used after the loop.
#include <cstdio>

static int mixed(int x) { return (x * 7919 + 13) % 1009; }

int main() {
  int last, seen = -1, big = -1, where = 0;
  double mean = 0;
  static int table[80];
  [[mp::parallel_map]]
  for (int i = 0; i < 80; i++)
    last = mixed(i);
  [[mp::parallel_map]]
  for (int i = 0; i < 80; i++) {
    seen = mixed(i) / 2; // used in the iteration, and after the loop
    table[i] = seen * seen;
    mean = seen / 3.0;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 80; i++) {
    int x = mixed(i * i);
    if (x > 900) { // the last one of those that qualify
      big = x;
      where = i;
    }
  }
  std::printf("%d %d %a %d %d", last, seen, mean, big, where);
  for (int x : table)
    std::printf(" %d", x);
  std::puts("");
}
