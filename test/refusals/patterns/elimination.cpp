// Elimination: the loop over the pivots needs what the step before made; and a
// loop over the rows that begins with the pivot's own.
static double m[30][30];

void pivots() {
  [[mp::parallel_map]]
  for (int k = 0; k < 30; k++)
    for (int i = k + 1; i < 30; i++) {
      // expect-error@+1 {{mp-carried}}: m
      m[i][k] /= m[k][k];
      for (int j = k + 1; j < 30; j++)
        m[i][j] -= m[i][k] * m[k][j]; // expect-note
    }
}

void own_row_too(int k) {
  [[mp::parallel_map]]
  for (int i = 0; i < 30; i++) {
    for (int j = 0; j < 30; j++)
      // expect-error@+1 {{mp-carried}}: m
      m[i][j] -= 0.5 * m[k][j];
    // expect-note@-1
  }
}
