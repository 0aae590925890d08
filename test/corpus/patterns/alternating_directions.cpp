// Sweeps that are recurrences along a row, forth and back, and independent from
// row to row.
#include <cstdio>

enum { N = 22 };
static double x[N][N], a[N][N], b[N][N];

static void sweep_rows(int n) { // forth and back
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    for (int j = 1; j < n; j++) {
      b[i][j] = b[i][j] - a[i][j] * a[i][j] / b[i][j - 1];
      x[i][j] = x[i][j] - x[i][j - 1] * a[i][j] / b[i][j - 1];
    }
    for (int j = 0; j < n - 2; j++)
      x[i][n - j - 2] = (x[i][n - 2 - j] - x[i][n - j - 3] * a[i][n - j - 3]) /
                        b[i][n - 3 - j];
    x[i][n - 1] = x[i][n - 1] / b[i][n - 1];
  }
}

int main() {
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      x[i][j] = (i * (j + 1) + 1) / 22.0;
      a[i][j] = (i * (j + 2) + 2) / 40.0;
      b[i][j] = (i * (j + 3) + 3) / 10.0 + 5;
    }
  for (int step = 0; step < 3; step++)
    sweep_rows(N);
  for (auto &row : x)
    for (double v : row)
      std::printf("%a ", v);
  std::puts("");
}
