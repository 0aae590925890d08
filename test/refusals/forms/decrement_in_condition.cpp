// The condition changes the variable.
void f(int *out, unsigned n) {
  [[mp::parallel_map]]
  for (unsigned i = n; i-- > 0;) // expect-error {{mp-loop-form}}
    out[i] = 1;
}
