// A table of pointers to rows: each iteration writes its own row.
#include <cstdio>
#include <cstdlib>

int main() {
  const int h = 20, w = 12;
  double **m = static_cast<double **>(std::malloc(h * sizeof(double *)));
  double **o = static_cast<double **>(std::malloc(h * sizeof(double *)));
  for (int y = 0; y < h; y++) {
    m[y] = static_cast<double *>(std::malloc(w * sizeof(double)));
    o[y] = static_cast<double *>(std::malloc(w * sizeof(double)));
    for (int x = 0; x < w; x++)
      m[y][x] = o[y][x] = y * x % 7;
  }
  [[mp::parallel_map]]
  for (int y = 0; y < h; y++)
    for (int x = 0; x < w; x++)
      m[y][x] = m[y][x] * 2 + y;
  [[mp::parallel_map]]
  for (int y = 0; y < h; y++)
    for (int x = 1; x < w; x++)
      o[y][x] = y * 0.5 - x; // not read
  for (int y = 0; y < h; y++)
    for (int x = 0; x < w; x++)
      std::printf("%a %a ", m[y][x], o[y][x]);
  std::puts("");
  for (int y = 0; y < h; y++) {
    std::free(m[y]);
    std::free(o[y]);
  }
  std::free(m);
  std::free(o);
}
