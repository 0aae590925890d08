// Counts and sums by class, in one and two dimensions, made but not read in the
// loop.
#include <cstdio>
#include <vector>

static int shade(int x) { return (x * 197 + 31) % 256; }

int main() {
  int hist[16] = {};
  double weight[4][8] = {};
  std::vector<long> by_digit(10);
  [[mp::parallel_map]]
  for (int i = 0; i < 300; i++)
    hist[shade(i) / 16]++;
  [[mp::parallel_map]]
  for (int i = 0; i < 300; i++) {
    int s = shade(i);
    weight[s / 64][s % 8] += s * 0.1;
    by_digit[s % 10] -= s;
  }
  for (int x : hist)
    std::printf("%d ", x);
  for (auto &row : weight)
    for (double x : row)
      std::printf("%a ", x);
  for (long x : by_digit)
    std::printf("%ld ", x);
  std::puts("");
}
