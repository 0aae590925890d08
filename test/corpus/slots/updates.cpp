// An element is updated many times in its iteration; increments, shifts, casts in between.
#include <complex>
#include <cstdio>
#include <vector>

int main() {
  std::vector<int> count(64);
  std::vector<std::complex<double>> z(64);
  std::vector<long double> wide(64, 1.0L);
  std::vector<float> f(64, 0.1f);
  [[mp::parallel_map]]
  for (int i = 0; i < 64; ++i) {
    for (int k = 0; k < i; ++k)
      if ((i * k) % 3 == 1)
        count[i]++;
    count[i] <<= 2;
    for (int k = 0; k < 20; ++k)
      z[i] = z[i] * z[i] + std::complex<double>(i / 1000.0, -0.25);
    wide[i] /= i + 1;
    f[i] += static_cast<float>(count[i]) * 0.3f;
  }
  for (int i = 0; i < 64; ++i)
    std::printf("%d %a %a %La %a\n", count[i], z[i].real(), z[i].imag(), wide[i],
                static_cast<double>(f[i]));
}
