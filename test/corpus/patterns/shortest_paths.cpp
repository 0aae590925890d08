// All shortest paths: the row that all iterations read is copied before one of
// them changes it.
#include <cstdio>

enum { N = 16 };
static int way[N][N], through[N];

int main() {
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      way[i][j] = i == j ? 0 : 1 + (i * 7 + j * 13) % 40;
  for (int k = 0; k < N; k++) {
    for (int j = 0; j < N; j++)
      through[j] = way[k][j];
    [[mp::parallel_map]]
    for (int i = 0; i < N; i++)
      for (int j = 0; j < N; j++)
        if (way[i][k] + through[j] < way[i][j])
          way[i][j] = way[i][k] + through[j];
  }
  for (auto &row : way)
    for (int x : row)
      std::printf("%d ", x);
  std::puts("");
}
