// t is written only on one path, and read on both: a stale value goes on.
void f(const int *in, int *out, int n) {
  int t = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    if (in[i] > 0)
      t = in[i]; // expect-note
    out[i] = t;  // expect-error {{mp-carried}}: t
  }
}
