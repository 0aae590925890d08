// The body's condition needs what earlier iterations made of m.
void f(const double *in, double *out, int n) {
  double m = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    if (in[i] > m) // expect-error {{mp-carried}}: m
      out[i] = in[i] * in[i];
    m = 0.9 * m + in[i]; // expect-note
  }
}
