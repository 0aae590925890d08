// double **rows: rows that are the same memory twice must not be mixed up.
// VERDICT: any
// RUNS: any
#include <cstdio>

static void scale(double **rows, int h, int w) {
  [[mp::parallel_map]]
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < w; ++x)
      rows[y][x] = rows[y][x] * 2 + y;
}

int main() {
  double data[6][10], *table[12];
  for (int i = 0; i < 6; ++i)
    for (int j = 0; j < 10; ++j)
      data[i][j] = i + j;
  for (int i = 0; i < 12; ++i)
    table[i] = data[i / 2];
  scale(table, 12, 10);
  for (auto &r : data)
    for (double x : r)
      std::printf("%a ", x);
  std::puts("");
}
