// Columns that are swept on their own: what an iteration reads in the row above
// is in its own column. With constant bounds, with unknown ones, forwards and
// backwards, and over a vector with a width that is only known when it runs.
#include <cstdio>
#include <vector>

enum { N = 22 };
static double x[N][N], y[N][N], z[N][N];

static void unknown_bounds(int n, int m) {
  [[mp::parallel_map]]
  for (int j = 0; j < n; j++)
    for (int i = 1; i < m; i++)
      y[i][j] = y[i][j] - y[i - 1][j] * 0.5;
}

static void there_and_back(int n) {
  [[mp::parallel_map]]
  for (int j = n - 1; j >= 0; j--) {
    for (int i = 1; i < N; i++)
      z[i][j] += z[i - 1][j] * 0.25;
    for (int i = N - 2; i >= 0; i--)
      z[i][j] -= z[i + 1][j] * 0.125;
  }
}

static void flat(std::vector<double> &v, int rows, int width) {
  [[mp::parallel_map]]
  for (int j = 0; j < width; j++)
    for (int i = 1; i < rows; i++)
      v[i * width + j] += v[(i - 1) * width + j] * 0.5;
}

int main() {
  std::vector<double> v;
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      x[i][j] = y[i][j] = z[i][j] = i * 7 % 5 + j;
      v.push_back(i * 3 % 7 - j);
    }
  [[mp::parallel_map]]
  for (int j = 0; j < N; j++)
    for (int i = 1; i < N; i++)
      x[i][j] = x[i][j] - x[i - 1][j] * 0.25;
  unknown_bounds(N, N);
  unknown_bounds(N - 3, N - 1);
  there_and_back(N);
  flat(v, N, N);
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      std::printf("%a %a %a %a ", x[i][j], y[i][j], z[i][j], v[i * N + j]);
  std::puts("");
}
