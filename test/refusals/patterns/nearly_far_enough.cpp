// The distance is one less than the loop is long.
void halves(double (&a)[200], const double *b) {
  [[mp::parallel_map]]
  for (int i = 0; i < 65; i++)
    // expect-error@+1 {{mp-carried}}: a
    a[i + 64] = a[i] + b[i];
  // expect-note@-1
}

void safe_for_pairs_only(int (&b)[40]) {
  const int m = 2;
  [[mp::parallel_map]]
  for (int i = m; i < 40; i++)
    // expect-error@+1 {{mp-carried}}: b
    b[i] = b[i - m] - 1;
  // expect-note@-1
}

void shortest(int (&b)[4]) {
  [[mp::parallel_map]]
  for (int i = 1; i < 4; i++)
    // expect-error@+1 {{mp-carried}}: b
    b[i] = b[i - 1] - 1;
  // expect-note@-1
}
