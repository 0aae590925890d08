// A function that can't be seen gets only values: it may still keep state.
double price(double);

void f(const double *in, double *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = price(in[i]); // expect-warning {{mp-opaque-call}}: price
}
