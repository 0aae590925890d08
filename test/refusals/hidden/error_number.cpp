// errno keeps what a call of an earlier iteration left in it.
#include <cerrno>
#include <cmath>

void f(int *codes, double *x, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    codes[i] = errno; // expect-error? {{mp-carried|mp-hidden-state}}: errno
    // expect-note@-1?
    x[i] = std::log(x[i]); // expect-error? {{mp-carried|mp-hidden-state}}
    // expect-note@-1?
  }
}
