// Pairs of bodies push each other: both sums grow in order, and none is read.
#include <cstdio>

enum { N = 20 };

int main() {
  double x[N], force[N] = {};
  for (int i = 0; i < N; i++)
    x[i] = i * i / 7.0;
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++)
    for (int j = i + 1; j < N; j++) {
      double f = 1 / (x[j] - x[i]);
      force[i] += f;
      force[j] -= f;
    }
  for (double f : force)
    std::printf("%a ", f);
  std::puts("");
}
