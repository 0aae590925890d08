// Rows change places between the loops, as pivots do, in a table of pointers
// and in vectors.
#include <cstdio>
#include <utility>
#include <vector>

enum { N = 9 };

int main() {
  static double cell[N][N];
  double *row[N];
  std::vector<std::vector<double>> v(N, std::vector<double>(N));
  for (int i = 0; i < N; i++) {
    row[i] = cell[i];
    for (int j = 0; j < N; j++)
      row[i][j] = v[i][j] = (i * 7 + j * 5) % 11 + (i == j);
  }
  for (int k = 0; k < 4; k++) {
    std::swap(row[k], row[N - 1 - k]);
    std::swap(v[k], v[N - 1 - k]);
    double pivot[N];
    for (int j = 0; j < N; j++)
      pivot[j] = v[k][j];
    [[mp::parallel_map]]
    for (int i = k + 1; i < N; i++)
      for (int j = 0; j < N; j++)
        row[i][j] -= 0.125 * j;
    [[mp::parallel_map]]
    for (int i = k + 1; i < N; i++)
      for (int j = 0; j < N; j++)
        v[i][j] -= 0.125 * pivot[j];
  }
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      std::printf("%a %a ", cell[i][j], v[i][j]);
  std::puts("");
}
