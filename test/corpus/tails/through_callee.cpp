// A visible callee adds through a pointer or a reference to an outer sum.
// VERDICT: any
#include <cstdio>
#include <vector>

static void add(double *sum, double x) { *sum += x; }
static void count(int &n) { ++n; }
static void keep(std::vector<int> &v, int x) {
  if (x % 3 == 0)
    v.push_back(x);
}

int main() {
  double sum = 0;
  int n = 0;
  std::vector<int> kept;
  [[mp::parallel_map]]
  for (int i = 0; i < 95; ++i) {
    double x = i / 7.0;
    add(&sum, x);
    if (x > 4)
      count(n);
    keep(kept, i * 5 % 11);
  }
  std::printf("%a %d", sum, n);
  for (int x : kept)
    std::printf(" %d", x);
  std::puts("");
}
