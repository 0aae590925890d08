// Two buffers change their roles from iteration to iteration.
#include <utility>

void f(double *a, double *b, double *out, int n) {
  [[mp::parallel_map]]
  for (int t = 0; t < n; ++t) {
    double heat = 0;
    for (int x = 1; x < 99; ++x)
      heat += a[x] * a[x]; // expect-error? {{mp-carried|mp-may-alias|mp-subscript}}
    // expect-note@-1?
    // expect-note@-2?
    out[t] = heat;
    for (int x = 1; x < 99; ++x)
      b[x] = a[x - 1] + a[x + 1]; // expect-error? {{mp-carried|mp-unknown-write|mp-subscript|mp-may-alias}}
    // expect-note@-1?
    // expect-note@-2?
    // expect-error@-3? {{mp-carried}}
    std::swap(a, b); // expect-note?
    // expect-note@-1?
    // expect-error@-2? {{mp-carried}}
  }
}
