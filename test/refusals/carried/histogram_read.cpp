// The count so far is used: a histogram that is read while it is made.
void f(const int *in, int *out, int n) {
  int hist[16] = {};
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    hist[in[i] & 15]++;         // expect-note
    out[i] = hist[in[i] & 15];  // expect-error {{mp-carried}}: hist
  }
}
