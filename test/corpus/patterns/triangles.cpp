// Triangular nests: the inner loop's bounds are the outer variable.
#include <cstdio>

enum { N = 22 };
static double low[N][N], up[N][N], pair[N][N], packed[N * (N + 1) / 2];

int main() {
  double x[N], y[N];
  for (int i = 0; i < N; i++) {
    x[i] = 1.0 / (i + 1);
    y[i] = i;
    for (int j = 0; j < N; j++)
      up[i][j] = i - j / 2.0;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++)
    for (int j = 0; j <= i; j++)
      low[i][j] = x[i] * j;
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++)
    for (int j = i; j < N; j++)
      up[i][j] = up[i][j] * x[j] + low[i][i];
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++) {
    double s = 0;
    for (int j = i + 1; j < N; j++)
      s += low[j][i] * x[j];
    y[i] = y[i] - s;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++)
    for (int j = 0; j < i; j++)
      for (int k = j; k < i; k++)
        pair[i][j] += low[i][k] * low[k][j];
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++)
    for (int j = 0; j <= i; j++)
      packed[i * (i + 1) / 2 + j] = x[i] + j;
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      std::printf("%a %a %a ", low[i][j], up[i][j], pair[i][j]);
  for (double v : y)
    std::printf("%a ", v);
  for (double v : packed)
    std::printf("%a ", v);
  std::puts("");
}
