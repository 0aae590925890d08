// A sparse matrix: a sweep that uses the new values at once, and a solve by
// rows.
void sweep(const int *start, const int *column, const double *value, double *x,
           const double *b, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    double sum = b[i];
    for (int k = start[i]; k < start[i + 1]; k++)
      sum -= value[k] * x[column[k]]; // expect-error {{mp-carried}}: x
    x[i] = sum;                       // expect-note
  }
}

void solve(const double (&low)[50][50], const double *b, double (&x)[50]) {
  [[mp::parallel_map]]
  for (int i = 0; i < 50; i++) {
    double sum = b[i];
    for (int j = 0; j < i; j++)
      sum -= low[i][j] * x[j]; // expect-error {{mp-carried}}: x
    x[i] = sum / low[i][i];    // expect-note
  }
}
