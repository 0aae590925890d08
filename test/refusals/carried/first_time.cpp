// Done once: whether it is the first time is state.
void f(const int *in, int *out, int n) {
  bool ready = false;
  int base = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    if (!ready) {     // expect-error? {{mp-carried}}: ready
      base = in[i];   // expect-note?
      ready = true;   // expect-note?
    }
    out[i] = in[i] - base; // expect-error? {{mp-carried}}: base
  }
}
