// A permutation that nobody has checked, read and written.
void f(double *x, const int *perm, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    x[perm[i]] = x[perm[i]] * 0.5 + i; // expect-error {{mp-carried|mp-subscript|mp-nothing-parallel}}: x
  // expect-note@-1?
}
