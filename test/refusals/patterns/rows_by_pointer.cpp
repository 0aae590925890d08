// A table of pointers to rows: the row before is read.
void f(double **m, int h, int w) {
  [[mp::parallel_map]]
  for (int y = 1; y < h; y++)
    for (int x = 0; x < w; x++)
      // expect-error@+1 {{mp-carried}}: m
      m[y][x] += m[y - 1][x];
  // expect-note@-1
}
