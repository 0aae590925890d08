// A recurrence on the diagonal: independent in neither variable.
// VERDICT: any
#include <cstdio>

int main() {
  static unsigned a[40][40];
  for (int i = 0; i < 40; ++i)
    a[i][0] = a[0][i] = static_cast<unsigned>(i);
  [[mp::parallel_map]]
  for (int y = 1; y < 40; ++y)
    for (int x = 1; x < 39; ++x)
      a[y][x] = a[y - 1][x + 1] * 3 + a[y][x - 1];
  for (auto &r : a)
    for (unsigned x : r)
      std::printf("%u ", x);
  std::puts("");
}
