// Updates spelled out, `y[j] = y[j] + x`, and loop variables at the top of the function that later
// loops use again.
#include <cstdint>
#include <cstdio>

static double a[30][20], b[20][30], tmp[30][30], x[20], y[20];

static void multiply(int n, int m) {
  int i, j, k;
  [[mp::parallel_map]]
  for (i = 0; i < n; i++)
    for (j = 0; j < n; j++) {
      tmp[i][j] = 0;
      for (k = 0; k < m; ++k)
        tmp[i][j] += a[i][k] * b[k][j];
    }
  [[mp::parallel_map]]
  for (i = 0; i < n; i++) {
    double t = 0;
    for (j = 0; j < m; j++)
      t = t + a[i][j] * x[j];
    for (j = 0; j < m; j++)
      y[j] = y[j] + a[i][j] * t;
  }
  for (k = 0; k < m; ++k)
    std::printf("%a ", y[k]);
  std::printf("%d %d %d\n", i, j, k);
}

int main() {
  for (int i = 0; i < 30; ++i)
    for (int j = 0; j < 20; ++j) {
      a[i][j] = i - j * 0.5;
      b[j][i] = i * 0.25 + j;
      x[j] = j;
    }
  multiply(30, 20);
  int out[256] = {};
  [[mp::parallel_map]]
  for (int i = 0; i < 600; ++i) {
    std::uint8_t j = static_cast<std::uint8_t>(i * 7);
    out[j] = out[j] + i;
  }
  for (int v : out)
    std::printf("%d ", v);
  for (auto &row : tmp)
    for (double v : row)
      std::printf("%a ", v);
}
