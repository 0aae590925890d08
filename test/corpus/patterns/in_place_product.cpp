// A matrix is multiplied in place: a row needs only itself, kept in a buffer
// meanwhile.
#include <cstdio>

enum { N = 12 };
static double a[N][N], b[N][N];

int main() {
  double row[N];
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      a[i][j] = i - j / 3.0;
      b[i][j] = (i * j) % 5;
    }
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++) {
    for (int k = 0; k < N; k++)
      row[k] = a[i][k];
    for (int j = 0; j < N; j++) {
      a[i][j] = 0;
      for (int k = 0; k < N; k++)
        a[i][j] += row[k] * b[k][j];
    }
  }
  for (auto &r : a)
    for (double x : r)
      std::printf("%a ", x);
  std::puts("");
}
