// Triangular nests that reach over the diagonal, or into the rows before.
static double low[30][30];

void rows_before() {
  [[mp::parallel_map]]
  for (int i = 0; i < 30; i++)
    for (int j = 0; j < i; j++)
      for (int k = 0; k < j; k++)
        // expect-error@+1 {{mp-carried}}: low
        low[i][j] -= low[i][k] * low[j][k];
  // expect-note@-1
}

void one_over() {
  [[mp::parallel_map]]
  for (int i = 0; i < 29; i++)
    for (int j = 0; j <= i + 1; j++)
      // expect-error@+1 {{mp-carried}}: low
      low[i][j] = low[j][i] + 1;
  // expect-note@-1
}
