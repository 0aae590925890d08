// The body moves the loop variable on.
void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = i;
    if (out[i] % 3 == 0)
      ++i; // expect-error {{mp-loop-changed}}: i
  }
}
