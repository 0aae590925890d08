// A condition that asks for more than the variable.
void f(const int *in, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n && in[i] > 0; ++i) // expect-error {{mp-loop-form}}
    out[i] = in[i];
}
