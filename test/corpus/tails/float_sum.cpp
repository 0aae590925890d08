// The order of a floating-point sum: values of very different size.
#include <cmath>
#include <cstdio>

int main() {
  float f = 0;
  double d = 1e16;
  long double l = 0;
  [[mp::parallel_map]]
  for (int i = 1; i < 500; ++i) {
    double x = std::pow(-1.5, i % 60) / i;
    f += static_cast<float>(x);
    d += x;
    l -= static_cast<long double>(x) / 3;
  }
  std::printf("%a %a %La\n", static_cast<double>(f), d, l);
}
