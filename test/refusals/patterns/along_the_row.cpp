// The annotated loop is the one that carries the recurrence; the loop around it
// would not.
static double b[40][30];

void rows(int n, int m) {
  for (int i = 0; i < n; i++) {
    [[mp::parallel_map]]
    for (int j = 1; j < m; j++)
      // expect-error@+1 {{mp-carried}}: b
      b[i][j] = b[i][j - 1] * 0.5;
    // expect-note@-1
  }
}

void columns(int n, int m) {
  [[mp::parallel_map]]
  for (int i = 1; i < n; i++)
    for (int j = 0; j < m; j++)
      // expect-error@+1 {{mp-carried}}: b
      b[i][j] = b[i - 1][j] * 0.5;
  // expect-note@-1
}
