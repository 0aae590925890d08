// The bound changes through a reference.
void f(double *out, int &n) {
  int &limit = n;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) { // expect-note?
    out[i] = i;
    if (i == 10)
      limit = 12; // expect-error {{mp-loop-changed}}: n
  }
}
