// The loop reads a global that the function which can't be seen may write.
double scale;
double adjust(double);

void f(double *x, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    x[i] *= scale;         // expect-warning? {{mp-may-carry}}: scale
    // expect-note@-1?
    x[i] += adjust(x[i]);  // expect-warning {{mp-opaque-call}}: adjust
    // expect-warning@-1? {{mp-may-carry}}: scale
    // expect-note@-2?
  }
}
