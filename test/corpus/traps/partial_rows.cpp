// A row is rewritten only in part, and the rest was written by other iterations.
// VERDICT: any
#include <cstdio>

int main() {
  static int m[30][30];
  [[mp::parallel_map]]
  for (int k = 0; k < 30; ++k)
    for (int j = 0; j < 30; ++j) {
      m[k][j] += k * 100 + j;
      m[j][k] -= m[k][j] / 2;
    }
  for (auto &r : m)
    for (int x : r)
      std::printf("%d ", x);
  std::puts("");
}
