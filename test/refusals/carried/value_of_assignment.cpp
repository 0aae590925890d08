// The sum's new value is used in the very expression that makes it.
void f(const double *in, double *out, int n) {
  double sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = (sum += in[i]); // expect-error {{mp-carried}}: sum
  // expect-note@-1?
}
