// (i - 8) * (i - 8) meets itself on the other side.
void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[(i - 8) * (i - 8)] = out[(i - 8) * (i - 8)] + i; // expect-error {{mp-carried|mp-subscript|mp-nothing-parallel}}: out
  // expect-note@-1?
}
