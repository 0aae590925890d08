// Inner bounds that depend on the loop variable: a triangle of a flat matrix.
#include <cstdio>
#include <vector>

int main() {
  const int n = 35;
  std::vector<double> m(n * n, -1);
  double flat[35][35] = {};
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j <= i; ++j)
      m[i * n + j] = i * 1.5 - j;
    for (int j = i; j < n; j += 2)
      flat[i][j] = j;
  }
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      std::printf("%a %a\n", m[i * n + j], flat[i][j]);
}
