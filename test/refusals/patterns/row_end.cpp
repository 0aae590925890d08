// The cell before the first of a row is the last of the row above.
void f(double *cells, int rows) {
  [[mp::parallel_map]]
  for (int i = 1; i < rows; i++)
    for (int j = 0; j < 20; j++)
      // expect-error@+1 {{mp-carried}}: cells
      cells[i * 20 + j] = cells[i * 20 + j - 1];
  // expect-note@-1
}
