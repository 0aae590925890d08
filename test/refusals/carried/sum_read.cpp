// A sum that the body also stores: a prefix sum.
void f(const int *in, int *out, int n) {
  int sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    sum += in[i]; // expect-note
    out[i] = sum; // expect-error {{mp-carried}}: sum
  }
}
