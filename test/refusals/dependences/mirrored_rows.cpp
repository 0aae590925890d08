// A row is made from mirrored cells of its own.
enum { H = 12, W = 25 };

void own_row(int (&p)[H * W], int i) {
  [[mp::parallel_map]]
  for (int j = 0; j < W; j++)
    // expect-error@+1 {{mp-carried}}: an earlier iteration wrote it
    p[i * W + j] += p[i * W + W - 1 - j];
  // expect-note@-1
}

void one_cell_over(int (&p)[H * W], int i) {
  [[mp::parallel_map]]
  for (int j = 0; j < W; j++)
    // expect-error@+1 {{mp-carried}}: an earlier iteration wrote it
    p[i * W + j] += p[(i - 1) * W + 2 * W - 2 - j];
  // expect-note@-1
}
