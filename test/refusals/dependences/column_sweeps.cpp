// Column sweeps that reach into a column before, and rows that are made from
// the row before: the neighbours of those that are the column's own affair.
static double x[40][40];

void column_before() {
  [[mp::parallel_map]]
  for (int j = 1; j < 40; j++)
    for (int i = 1; i < 40; i++)
      // expect-error@+1 {{mp-carried}}: iteration i-1 wrote
      x[i][j] = x[i][j] - x[i - 1][j - 1] * 0.25;
  // expect-note@-1
}

void backwards() {
  [[mp::parallel_map]]
  for (int j = 37; j >= 0; j--)
    for (int i = 1; i < 40; i++)
      // expect-error@+1 {{mp-carried}}: iteration i-2 wrote
      x[i][j] = x[i][j] - x[i - 1][j + 2] * 0.25;
  // expect-note@-1
}

void rows(int n) {
  [[mp::parallel_map]]
  for (int i = 1; i < n; i++)
    for (int j = 0; j < n; j++)
      // expect-error@+1 {{mp-carried}}: iteration i-1 wrote
      x[i][j] = x[i][j] - x[i - 1][j] * 0.25;
  // expect-note@-1
}
