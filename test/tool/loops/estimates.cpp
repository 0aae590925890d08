// The guess of how long an iteration takes, and the bodies that have none.
// RUN: %exits 0 %mp-rewrite %s -- -std=c++17 | %check

#include <vector>

double half(double x) { return x / 2; }
double far(double x, int n) { return n == 0 ? x : far(x, n - 1); }
double unseen(double x) __attribute__((const));

void f(std::vector<double> &v, double *out, unsigned char *img, int n) {
  // CHECK: mp::traits().estimate([[#]])};
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) out[i] = i;
  // CHECK: mp::traits().estimate([[#]])};
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < v.size(); ++i) v[i] = half(v[i]) + 1;
  // CHECK: mp::traits().estimate([[#]])};
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    for (int c = 0; c < 3; ++c) img[3 * i + c] = 0;
  // A thousand divisions are better timed.
  // CHECK: mp::traits()};
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double x = i;
    for (int k = 0; k != 1000; k++) x = 1 / (x + k);
    out[i] = x;
  }
  // CHECK: mp::traits()};
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double x = 0;
    for (int k = 0; k < i; ++k) x += k;
    out[i] = x;
  }
  // CHECK: mp::traits().marked()};
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) out[i] = far(i, i);
  // CHECK: mp::traits().marked()
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) out[i] = unseen(i);
}

// Of a template there is one text, whatever the type.
template <class T> void g(T *out, int n) {
  // CHECK: mp::traits()};
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) out[i] = T(i);
}
template void g(int *, int);
