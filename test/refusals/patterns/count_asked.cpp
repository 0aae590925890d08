// A counter that the iteration asks for.
void at_most(const int *x, int *out, int n) {
  int found = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    int y = x[i] * x[i] % 17;
    out[i] = found < 10 ? y : 0; // expect-error {{mp-carried}}: found
    if (y > 3)
      found++; // expect-note
  }
}
