// It gets the address of the sum.
void add(double *sum, double x);

void f(const double *in, double *out, int n) {
  double sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = in[i] * 2;
    add(&sum, in[i]); // expect-error {{mp-opaque-call}}: add
  }
}
