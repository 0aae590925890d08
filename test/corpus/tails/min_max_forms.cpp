// Minimum and maximum as std::min, as a conditional expression and as an if.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

int main() {
  double lo = std::numeric_limits<double>::infinity(), hi = -lo, zero = 0.0;
  int best = 1000, least = 1000;
  [[mp::parallel_map]]
  for (int i = 0; i < 140; ++i) {
    double x = std::cos(i * 1.7) * i;
    int k = i * 13 % 71 + 5;
    lo = std::min(lo, x);
    hi = std::max(x, hi);
    best = k < best ? k : best;
    if (least > k)
      least = k;
    zero = std::min(zero, i % 2 ? -0.0 : 0.0);
  }
  std::printf("%a %a %d %d %a\n", lo, hi, best, least, zero);
}
