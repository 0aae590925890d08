// A mode of the processor that the rest of the program would run with.
#include <xmmintrin.h>

void f(double *out, const double *in, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    _mm_setcsr(0x9fc0); // expect-error {{mp-kernel-effect}}: mm_setcsr
    out[i] = in[i] / 2;
  }
}
