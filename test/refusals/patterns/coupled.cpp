// a[i][j] from a[j][i] over the whole square, and pairs swapped twice.
static int a[30][30];

void square() {
  [[mp::parallel_map]]
  for (int i = 0; i < 30; i++)
    for (int j = 0; j < 30; j++)
      // expect-error@+1 {{mp-carried}}: a
      a[i][j] = a[j][i] + 1;
  // expect-note@-1
}

void with_the_diagonal_of_others() {
  [[mp::parallel_map]]
  for (int i = 0; i < 30; i++)
    for (int j = 0; j <= i; j++)
      // expect-error@+1 {{mp-carried}}: a
      a[i][j] = a[j][j] + 1;
  // expect-note@-1
}

void across() {
  [[mp::parallel_map]]
  for (int i = 0; i < 30; i++)
    // expect-error@+1 {{mp-carried}}: a
    a[i][29 - i] = a[29 - i][i] + 1;
  // expect-note@-1
}

void back_again() {
  [[mp::parallel_map]]
  for (int i = 0; i < 30; i++)
    for (int j = 0; j < 30; j++) {
      int t = a[i][j]; // expect-error {{mp-carried}}: a
      a[i][j] = a[j][i];
      a[j][i] = t; // expect-note
    }
}
