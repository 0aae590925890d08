// The step grows in the body.
void f(int *out, int n, int k) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i += k) { // expect-note?
    out[i] = i;
    if (i > 100)
      k = 2; // expect-error {{mp-loop-changed}}: k
  }
}
