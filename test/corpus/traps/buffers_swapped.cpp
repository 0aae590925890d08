// Two buffers change their roles: by pointers, by vectors, inside of the loop over time.
// VERDICT: any
#include <cstdio>
#include <utility>
#include <vector>

int main() {
  double x[40] = {}, y[40] = {}, *a = x, *b = y;
  std::vector<int> u(40, 1), v(40, 2);
  double heat[30];
  x[20] = 1000;
  [[mp::parallel_map]]
  for (int t = 0; t < 30; ++t) {
    heat[t] = a[20] + b[10];
    for (int k = 1; k < 39; ++k)
      b[k] = (a[k - 1] + a[k] + a[k + 1]) / 3;
    std::swap(a, b);
  }
  [[mp::parallel_map]]
  for (int t = 0; t < 30; ++t) {
    u[t] += v[t + 1];
    if (t % 4 == 2)
      u.swap(v);
  }
  for (double h : heat)
    std::printf("%a ", h);
  for (int k = 0; k < 40; ++k)
    std::printf("%a %a %d %d\n", x[k], y[k], u[k], v[k]);
  std::printf("%d\n", a == x);
}
