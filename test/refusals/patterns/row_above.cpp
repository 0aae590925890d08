// Rows are made from the row above, or from a cell of it.
static double heat[40][30];

void above() {
  [[mp::parallel_map]]
  for (int i = 1; i < 40; i++)
    for (int j = 0; j < 30; j++)
      // expect-error@+1 {{mp-carried}}: heat
      heat[i][j] += heat[i - 1][j];
  // expect-note@-1
}

void aslant() {
  [[mp::parallel_map]]
  for (int i = 1; i < 40; i++)
    for (int j = 1; j < 30; j++)
      // expect-error@+1 {{mp-carried}}: heat
      heat[i][j] = heat[i - 1][j - 1];
  // expect-note@-1
}
