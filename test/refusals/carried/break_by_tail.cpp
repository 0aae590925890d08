// Whether the loop goes on is decided by a sum over earlier iterations.
void f(const int *in, int *out, int n) {
  int sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = in[i] * 3;
    sum += out[i];  // expect-note
    if (sum > 1000) // expect-error {{mp-exit|mp-carried}}: sum
      break;
  }
}
