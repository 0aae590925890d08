// Elimination: the rows below the pivot are changed, the pivot's row is read.
// In an array, behind a pointer with a width that is only known when it runs,
// and in a vector of rows.
#include <cstdio>
#include <vector>

enum { N = 14 };
static double m[N][N];

static void flat(double *p, int n) {
  for (int k = 0; k < n; k++) {
    [[mp::parallel_map]]
    for (int i = k + 1; i < n; i++) {
      double f = p[i * n + k] / p[k * n + k];
      for (int j = k; j < n; j++)
        p[i * n + j] -= f * p[k * n + j];
    }
  }
}

static void above(std::vector<std::vector<double>> &v, int n) {
  for (int k = n - 1; k > 0; k--) {
    [[mp::parallel_map]]
    for (int i = 0; i < k; i++)
      for (int j = 0; j < n; j++)
        v[i][j] -= 0.125 * v[k][j];
  }
}

int main() {
  static double p[N * N];
  std::vector<std::vector<double>> v(N, std::vector<double>(N, 1.5));
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      m[i][j] = p[i * N + j] = v[i][j] = i == j ? 9 : 1.0 / (i + j + 1);
  for (int k = 0; k < N; k++) {
    [[mp::parallel_map]]
    for (int i = k + 1; i < N; i++) {
      m[i][k] /= m[k][k];
      for (int j = k + 1; j < N; j++)
        m[i][j] -= m[i][k] * m[k][j];
    }
  }
  flat(p, N);
  for (int k = 0; k < 4; k++) {
    [[mp::parallel_map]]
    for (int i = k + 1; i < N; i++)
      for (int j = 0; j < N; j++)
        v[i][j] -= 0.125 * v[k][j];
  }
  above(v, N);
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      std::printf("%a %a %a ", m[i][j], p[i * N + j], v[i][j]);
  std::puts("");
}
