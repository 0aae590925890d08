// A wavefront: rows, and then diagonals, need those before.
static int edit[40][40];

void rows(const char *a, const char *b) {
  [[mp::parallel_map]]
  for (int i = 1; i < 40; i++)
    for (int j = 1; j < 40; j++) {
      // expect-error@+1 {{mp-carried}}: edit
      int up = edit[i - 1][j] + 1, left = edit[i][j - 1] + 1;
      int both = edit[i - 1][j - 1] + (a[i] != b[j]);
      edit[i][j] = up < left     ? (up < both ? up : both) // expect-note
                   : left < both ? left
                                 : both;
    }
}

void diagonals() {
  [[mp::parallel_map]]
  for (int d = 2; d < 40; d++)
    for (int i = 1; i < d; i++)
      // expect-error@+1 {{mp-carried}}: edit
      edit[i][d - i] = edit[i - 1][d - i] + edit[i][d - i - 1];
  // expect-note@-1
}
