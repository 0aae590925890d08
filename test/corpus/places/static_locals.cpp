// Static locals of the body: constant tables, computed once, are only read.
// VERDICT: any
#include <cmath>
#include <cstdio>
#include <vector>

static std::vector<double> table() {
  std::vector<double> t;
  for (int k = 0; k < 10; ++k)
    t.push_back(std::sqrt(k));
  return t;
}

int main() {
  double out[60];
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    static const std::vector<double> roots = table();
    static const double half = 0.5;
    out[i] = roots[i % 10] * half;
  }
  for (double x : out)
    std::printf("%a ", x);
  std::puts("");
}
