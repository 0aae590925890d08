// out[perm[i]] may be what an iteration with another i reads.
void f(int *out, const int *perm, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[perm[i]] = out[i] + 1; // expect-error {{mp-subscript|mp-carried|mp-nothing-parallel}}: out
  // expect-note@-1?
}
