// A pointer to the loop variable moves it on.
void f(int *out, int n) {
  int i;
  int *p = &i;
  [[mp::parallel_map]]
  for (i = 0; i < n; ++i) {
    out[i] = i;
    if (i % 10 == 0)
      *p += 2; // expect-error {{mp-loop-changed}}: i
  }
}
