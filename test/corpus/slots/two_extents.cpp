// Two arrays whose lengths are given, written by some iterations and read by them.
#include <cstdio>

static void grow(double *x, double *y, const int *wanted, int n) {
  [[using mp: parallel_map, extent(x, n), extent(y, n)]]
  for (int i = 0; i < n; i++)
    if (wanted[i]) {
      x[i] = x[i] * x[i];
      y[i] += x[i];
    }
}

int main() {
  double x[60], y[60];
  int wanted[60];
  for (int i = 0; i < 60; ++i) {
    x[i] = i * 0.5;
    y[i] = 1;
    wanted[i] = i % 3;
  }
  grow(x, y, wanted, 60);
  for (int i = 0; i < 60; ++i)
    std::printf("%a %a ", x[i], y[i]);
}
