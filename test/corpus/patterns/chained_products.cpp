// Three products one after the other, each from the results of those before;
// made ready first.
#include <cstdio>

enum { N = 10 };
typedef double matrix[N][N];
static matrix a, b, c, d, e, f, g;

static void fill(int n, matrix m, int shift) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      m[i][j] = (static_cast<double>(i) * (j + shift)) / n;
}

static void product(int n, matrix out, matrix left, matrix right) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++) {
      out[i][j] = 0;
      for (int k = 0; k < n; ++k)
        out[i][j] += left[i][k] * right[k][j];
    }
}

int main() {
  fill(N, a, 0);
  fill(N, b, 1);
  fill(N, c, 3);
  fill(N, d, 2);
  product(N, e, a, b);
  product(N, f, c, d);
  product(N, g, e, f);
  for (auto &row : g)
    for (double x : row)
      std::printf("%a ", x);
  std::puts("");
}
