// Triangles that reach over the diagonal, or to what stands before.
static int a[30][30];

void on_both_sides() {
  [[mp::parallel_map]]
  for (int i = 1; i < 30; i++)
    for (int j = i - 1; j < 30; j++)
      // expect-error@+1 {{mp-carried}}: iteration i-1 wrote
      a[i][j] = a[j][i];
  // expect-note@-1
}

void below_the_diagonal() {
  [[mp::parallel_map]]
  for (int i = 0; i < 30; i++)
    for (int j = 0; j < i; j++)
      // expect-error@+1 {{mp-carried}}: an earlier iteration wrote it
      a[i][j] = a[j][0] + 1;
  // expect-note@-1
}

void turned_round() {
  [[mp::parallel_map]]
  for (int i = 29; i >= 0; i--)
    for (int j = i + 1; j < 30; j++)
      // expect-error@+1 {{mp-carried}}: an earlier iteration wrote it
      a[i][j] = a[i][j] + a[j][29];
  // expect-note@-1
}

void before(int (&x)[30]) {
  [[mp::parallel_map]]
  for (int i = 0; i < 30; i++) {
    int s = 0;
    for (int j = 0; j < i; j++)
      s += x[j]; // expect-error {{mp-carried}}: an earlier iteration wrote it
    x[i] = x[i] - s % 7; // expect-note
  }
}

// Rows by a pointer to the first cell: they need not end where the row does.
void by_pointer(int n) {
  int *p = &a[0][0];
  [[mp::parallel_map]]
  for (int i = 1; i < n; i++)
    for (int j = 0; j < n; j++)
      // expect-error@+1 {{mp-carried}}: a
      p[i + 30 * j] += p[i + 30 * j - 1];
  // expect-note@-1
}
