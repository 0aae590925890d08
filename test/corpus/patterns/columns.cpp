// RUNS: any
// Recurrences down the columns of a table: the loop over the columns has none.
#include <cstdio>

enum { N = 22 };
static double x[N][N], b[N][N];

static void down(int n) {
  [[mp::parallel_map]]
  for (int j = 0; j < n; j++)
    for (int i = 1; i < n; i++) {
      b[i][j] = b[i][j] - 0.25 / b[i - 1][j];
      x[i][j] = x[i][j] - x[i - 1][j] * b[i - 1][j];
    }
}

static void up(double *cell, int n) {
  [[mp::parallel_map]]
  for (int j = 0; j < n; j++)
    for (int i = n - 2; i >= 0; i--)
      cell[i * n + j] -= cell[(i + 1) * n + j] * 0.125;
}

int main() {
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      x[i][j] = (i * (j + 1) + 1) / 22.0;
      b[i][j] = (i * (j + 3) + 3) / 10.0 + 5;
    }
  for (int step = 0; step < 3; step++) {
    down(N);
    up(&x[0][0], N);
  }
  for (auto &row : x)
    for (double v : row)
      std::printf("%a ", v);
  std::puts("");
}
