// A product in place from the left: rows need rows that are changed already.
static double a[20][20], b[20][20];

void f() {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++)
    for (int j = 0; j < 20; j++) {
      double sum = 0;
      for (int k = 0; k < 20; k++)
        sum += a[i][k] * b[k][j]; // expect-error {{mp-carried}}: b
      b[i][j] = sum;              // expect-note
    }
}
