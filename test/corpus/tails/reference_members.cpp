// What is updated is reached through a member that is a reference or a pointer.
#include <cstdio>

struct Counter {
  int &value;
  long *sum;
  void add(int x) {
    ++value;
    *sum += x;
  }
};

static void count(Counter &c, const int &scale, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = i * scale;
    c.value += 2;
    *c.sum -= i;
    c.add(i * i);
  }
}

int main() {
  int value = 3, scale = 5, out[60];
  long sum = 7;
  Counter c{value, &sum};
  count(c, scale, out, 60);
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d %ld\n", value, sum);
}
