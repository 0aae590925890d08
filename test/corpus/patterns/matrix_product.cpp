// Matrix products with the sum kept in the result: by rows, by columns, with k
// in the middle.
#include <cstdio>

enum { N = 14, M = 11, K = 9 };
static double a[N][M], b[M][K], c[N][K], d[N][K];

static void flat(const double *left, const double *right, double *product,
                 int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++) {
      product[i * n + j] = 0;
      for (int k = 0; k < n; k++)
        product[i * n + j] += left[i * n + k] * right[k * n + j];
    }
}

int main() {
  double x[64], y[64], z[64];
  for (int i = 0; i < N; i++)
    for (int k = 0; k < M; k++)
      a[i][k] = i - k / 4.0;
  for (int k = 0; k < M; k++)
    for (int j = 0; j < K; j++)
      b[k][j] = k * j % 7;
  for (int i = 0; i < 64; i++) {
    x[i] = i % 9;
    y[i] = 1.0 / (i + 1);
  }
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++)
    for (int k = 0; k < M; k++)
      for (int j = 0; j < K; j++)
        c[i][j] = c[i][j] + a[i][k] * b[k][j];
  [[mp::parallel_map]]
  for (int j = 0; j < K; j++)
    for (int i = 0; i < N; i++)
      for (int k = 0; k < M; k++)
        d[i][j] += a[i][k] * b[k][j];
  flat(x, y, z, 8);
  for (int i = 0; i < N; i++)
    for (int j = 0; j < K; j++)
      std::printf("%a %a ", c[i][j], d[i][j]);
  for (double v : z)
    std::printf("%a ", v);
  std::puts("");
}
