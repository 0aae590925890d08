// A step that multiplies.
void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 1; i < n; i *= 2) // expect-error {{mp-loop-form}}
    out[i] = i;
}
