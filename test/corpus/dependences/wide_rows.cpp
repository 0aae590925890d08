// RUNS: both
// Parts of rows behind a pointer, as wide as a number says: where that is more
// than a row, the pivot's row is written by others, and the loop runs serially.
#include <cstdio>

enum { N = 14 };

static void eliminate(double *p, int n, int w, int k) {
  [[mp::parallel_map]]
  for (int i = k + 1; i < n; i++)
    for (int j = 0; j < w; j++)
      p[i * n + j] -= 0.5 * p[k * n + j];
}

int main() {
  double p[N * N + N];
  for (int i = 0; i < N * N + N; i++)
    p[i] = i % 11;
  eliminate(p, N, N, 3);
  eliminate(p, N, N - 4, 0);
  eliminate(p, N, N + 3, 2);
  for (double x : p)
    std::printf("%a ", x);
  std::puts("");
}
