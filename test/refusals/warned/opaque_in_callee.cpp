// The opaque call is in a visible callee.
double kernel(double);
static double twice(double x) {
  return 2 * kernel(x); // expect-note?
}

void f(const double *in, double *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = twice(in[i]); // expect-warning {{mp-opaque-call}}: kernel
}
