// Subscripts that look distinct but meet: i*k with k zero, i/2, i%8, i*d+j with j up to 2d.
// VERDICT: any
// RUNS: any
#include <cstdio>

static void run(int *out, int n, int k, int d, int w) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i * k] = out[i * k] * 2 + i;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < w; ++j)
      out[i * d + j] = out[i * d + j] * 3 + i + j;
}

int main() {
  static int a[400], b[400], c[400];
  run(a, 30, 0, 5, 5);
  run(b, 30, 2, 5, 9);
  run(c, 30, -1 + 2, 5, 4);
  for (int i = 0; i < 400; ++i)
    std::printf("%d %d %d\n", a[i], b[i], c[i]);
}
