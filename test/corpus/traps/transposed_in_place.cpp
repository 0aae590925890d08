// A square matrix is transposed in place: each pair belongs to one iteration only.
// VERDICT: any
#include <cstdio>
#include <utility>

int main() {
  static int m[25][25];
  for (int y = 0; y < 25; ++y)
    for (int x = 0; x < 25; ++x)
      m[y][x] = y * 100 + x;
  [[mp::parallel_map]]
  for (int y = 0; y < 25; ++y)
    for (int x = 0; x < y; ++x)
      std::swap(m[y][x], m[x][y]);
  for (auto &r : m)
    for (int x : r)
      std::printf("%d ", x);
  std::puts("");
}
