// Another generator of the library.
#include <stdlib.h>

void f(double *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = drand48(); // expect-error {{mp-hidden-state}}: drand48
}
