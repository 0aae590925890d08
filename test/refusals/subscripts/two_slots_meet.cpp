// Two slots of one array that meet: out[i] and out[2 * i], one of them read.
void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 1; i < n; ++i) {
    out[2 * i] = i;          // expect-note?
    out[i] = out[i] + 1;     // expect-error {{mp-carried|mp-subscript}}: out
    // expect-note@-1?
  }
}
