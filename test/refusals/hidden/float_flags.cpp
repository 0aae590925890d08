// The flags of floating-point operations are as the iterations before left them.
#include <cfenv>
#include <cmath>

void f(double *out, const double *in, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = std::exp(in[i]);
    if (std::fetestexcept(FE_OVERFLOW)) // expect-error {{mp-hidden-state}}: floating-point flags
      out[i] = -1;
  }
}
