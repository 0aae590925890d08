// Both dimensions in both subscripts, over triangles: what is read of other
// rows or columns is written later, or never.
#include <cstdio>

enum { N = 20 };
static int up[N][N], low[N][N], diag[N][N], square[N][N];

int main() {
  int x[N];
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      up[i][j] = low[i][j] = diag[i][j] = square[i][j] = x[i] = i * 100 + j;
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++)
    for (int j = i + 1; j < N; j++)
      up[i][j] = up[j][i];
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++)
    for (int j = 0; j < i; j++)
      low[j][i] = low[i][j] - low[i][i];
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++)
    diag[i][i] = diag[i][N - 1] + 2;
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++)
    for (int j = i + 1; j < N; j++) // the row's own diagonal, not written
      square[i][j] = square[i][j] * 2 + square[i][i];
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++) {
    int s = 0;
    for (int j = i + 1; j < N; j++)
      s += x[j]; // what stands behind is not written yet
    x[i] = x[i] - s % 7;
  }
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      std::printf("%d %d %d %d ", up[i][j], low[i][j], diag[i][j],
                  square[i][j]);
  for (int v : x)
    std::printf("%d ", v);
  std::puts("");
}
