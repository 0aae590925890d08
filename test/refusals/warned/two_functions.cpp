// Each function that can't be seen is named.
double first(double);
double second(double);

void f(const double *in, double *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double x = first(in[i]); // expect-warning {{mp-opaque-call}}: first
    out[i] = second(x) + x;  // expect-warning {{mp-opaque-call}}: second
  }
}
