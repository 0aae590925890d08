// NaNs and signed zeros: the fold of a minimum must keep the order of comparisons.
#include <cmath>
#include <cstdio>

int main() {
  double lo = 100, hi = -100, first = 0.0;
  int at = -1;
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i) {
    double x = i % 7 == 3 ? std::nan("") : 20.0 - i;
    if (!(x >= lo))
      lo = x;
    hi = hi > x ? hi : x;
    double z = i % 2 ? 0.0 : -0.0;
    if (z <= first) {
      first = z;
      at = i;
    }
  }
  std::printf("%d %d %a %a %d\n", std::isnan(lo), std::isnan(hi), std::isnan(lo) ? 0 : lo,
              std::signbit(first) ? -1.0 : 1.0, at);
}
