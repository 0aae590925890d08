// A length that grows is where the next result goes, and nothing else.
#include <cmath>
#include <cstdio>

static int input[150], kept[150];

int main() {
  int length = 0, first_free = 149, codes[300], filled = 0;
  double roots[150];
  for (int i = 0; i < 150; i++)
    input[i] = i * 7 % 151;
  [[mp::parallel_map]]
  for (int i = 0; i < 150; i++)
    roots[length++] = std::sqrt(input[i]);
  [[mp::parallel_map]]
  for (int i = 0; i < 150; i++) {
    int rest = input[i] * input[i] % 11;
    if (rest > 4)
      kept[first_free--] = rest; // from the end
    if (rest == 3) {
      codes[filled++] = i; // two at a time
      codes[filled++] = -rest;
    }
  }
  std::printf("%d %d %d:", length, first_free, filled);
  for (double x : roots)
    std::printf(" %a", x);
  for (int x : kept)
    std::printf(" %d", x);
  for (int i = 0; i < filled; i++)
    std::printf(" %d", codes[i]);
  std::puts("");
}
