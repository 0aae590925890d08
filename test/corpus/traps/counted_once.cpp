// if (n++ < 5): what is done only for the first few.
// VERDICT: any
#include <cstdio>

int main() {
  int out[60] = {}, n = 0, reports = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    int x = i * i % 23;
    out[i] = x;
    if (x > 15 && n++ < 4) {
      out[i] = -1;
      std::printf("large: %d at %d\n", x, i);
    }
    if (x < 3 && reports < 3) {
      ++reports;
      std::printf("small: %d at %d\n", x, i);
    }
  }
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d %d\n", n, reports);
}
