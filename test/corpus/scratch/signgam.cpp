// lgamma leaves a sign in a global variable of the C library.
#include <cmath>
#include <cstdio>
#include <vector>

static double signedGamma(double x) {
  double magnitude = std::exp(lgamma(x));
  return signgam < 0 ? -magnitude : magnitude;
}

int main() {
  const int n = 40;
  std::vector<double> out(n), others(n), rest(n);
  std::vector<int> signs(n);
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = lgamma(-i - 0.5);
  std::printf("%d\n", signgam);
  [[mp::parallel_map]]
  for (int i = 0; i < n - 1; ++i)
    others[i] = lgammaf(0.5f - i);
  std::printf("%d\n", signgam);
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    rest[i] = signedGamma(1.25 - i / 4.0 - 0.1);
    signs[i] = signgam;
  }
  std::printf("%d\n", signgam);
  for (int i = 0; i < n; ++i)
    std::printf("%.17g %.17g %.17g %d\n", out[i], others[i], rest[i], signs[i]);
}
