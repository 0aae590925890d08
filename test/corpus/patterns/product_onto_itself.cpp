// RUNS: both
// The result of a product is one of its factors: seen when the loop is entered,
// and run serially.
#include <cstdio>

enum { N = 10 };

static void product(double out[][N], double left[][N], double right[][N]) {
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      double sum = 0;
      for (int k = 0; k < N; ++k)
        sum += left[i][k] * right[k][j];
      out[i][j] = sum / 8;
    }
}

int main() {
  double a[N][N], b[N][N], c[N][N];
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      a[i][j] = i - j;
      b[i][j] = i * j % 7;
    }
  product(c, a, b);
  product(b, a, b);
  product(a, a, c);
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      std::printf("%a %a %a ", a[i][j], b[i][j], c[i][j]);
  std::puts("");
}
