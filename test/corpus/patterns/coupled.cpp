// Both dimensions in both subscripts: a[j][i] out of b[i][j], and a diagonal on
// its own.
#include <cstdio>

enum { N = 20 };
static int in[N][N], out[N][N], low[N][N], diagonal[N][N], other[N][N];

int main() {
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      in[i][j] = diagonal[i][j] = other[i][j] = i * 100 + j;
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      out[j][i] = in[i][j] * 3;
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++)
    for (int j = 0; j < i; j++)
      low[i][j] = in[j][i] - in[i][i];
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++)
    diagonal[i][i] = diagonal[i][i] * 2 + in[N - 1 - i][i];
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++)
    other[i][N - 1 - i] = other[i][N - 1 - i] * 2 + in[N - 1 - i][i];
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      std::printf("%d %d %d %d ", out[i][j], low[i][j], diagonal[i][j],
                  other[i][j]);
  std::puts("");
}
