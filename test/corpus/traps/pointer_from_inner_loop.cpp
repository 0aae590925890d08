// VERDICT: any
// A pointer that an inner loop has left points to an element that no name tells: least of all a
// variable of the same name outside.
#include <cstdio>

static double *find(double *a, int n, double x) {
  for (int k = 0; k < n; ++k)
    if (a[k] >= x)
      return &a[k];
  return a;
}

int main() {
  double a[40][8], b[40], buffer[8] = {1, 2, 3, 4, 5, 6, 7, 8}, last[40] = {};
  int k = 6, n = 0;
  for (auto &row : a)
    for (double &x : row)
      x = ++n % 13;

  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    double *p = &a[i][0];
    for (int k = 0; k < 5; ++k)
      if (a[i][k] > 4)
        p = &a[i][k];
    *p = 100;
  }

  // What the second loop writes is one element, not all.
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    double *p = last;
    int k;
    for (k = 0; k < 8; ++k)
      if (i % 8 == k)
        p = &last[k];
    for (k = 0; k < 8; ++k)
      *p = i + k;
    double sum = 0;
    for (k = 0; k < 8; ++k)
      sum += last[k];
    b[i] = sum;
  }

  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    *find(buffer, 8, i % 9) = i;
    b[i] += *find(buffer, 8, i % 9);
  }

  for (int i = 0; i < 40; ++i) {
    for (double x : a[i])
      std::printf("%g ", x);
    std::printf("%g\n", b[i]);
  }
  for (double x : buffer)
    std::printf("%g ", x);
  std::printf("%d\n", k);
}
