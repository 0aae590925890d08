// An inner loop writes the scratch, if it runs at all.
void f(const int *count, int *out, int n) {
  int last = 0, k;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    for (k = 0; k < count[i]; ++k)
      last = i * k;       // expect-note
    out[i] = last + k;    // expect-error {{mp-carried}}: last
  }
}
