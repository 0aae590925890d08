// Elimination: the pivot's row is copied, and the rows below are changed by it.
#include <cstdio>

enum { N = 14 };
static double m[N][N];

int main() {
  double pivot[N];
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      m[i][j] = i == j ? 9 : 1.0 / (i + j + 1);
  for (int k = 0; k < N; k++) {
    for (int j = k; j < N; j++)
      pivot[j] = m[k][j];
    [[mp::parallel_map]]
    for (int i = k + 1; i < N; i++) {
      m[i][k] /= pivot[k];
      for (int j = k + 1; j < N; j++)
        m[i][j] -= m[i][k] * pivot[j];
    }
  }
  for (auto &row : m)
    for (double x : row)
      std::printf("%a ", x);
  std::puts("");
}
