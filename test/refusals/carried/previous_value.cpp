// "prev" is the value of the iteration before.
void f(const int *in, int *out, int n) {
  int prev = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = in[i] - prev; // expect-error {{mp-carried}}: prev
    prev = in[i];          // expect-note
  }
}
