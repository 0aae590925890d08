// Some elements only, behind pointers that may overlap for all that can be seen.
#include <cmath>
#include <cstdio>

static void roots(const double *in, double *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    if (in[i] > 0)
      out[i] = std::sqrt(in[i]);
}

static int positive(const double *in, double *out, int n) {
  int k = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    if (in[i] > 3)
      out[k++] = in[i] * 2;
  return k;
}

int main() {
  double in[100], out[100], some[100];
  for (int i = 0; i < 100; ++i) {
    in[i] = i * 37 % 100 - 40;
    out[i] = some[i] = -1;
  }
  roots(in, out, 100);
  int k = positive(in, some, 100);
  for (int i = 0; i < 100; ++i)
    std::printf("%a %a ", out[i], some[i]);
  std::printf("%d\n", k);
}
