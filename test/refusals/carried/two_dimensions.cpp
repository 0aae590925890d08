// Row y reads row y - 1, which iteration y - 1 wrote.
void f(int (*a)[64], int h) {
  [[mp::parallel_map]]
  for (int y = 1; y < h; ++y)
    for (int x = 0; x < 64; ++x)
      // expect-error@+1 {{mp-carried}}: a
      a[y][x] = a[y - 1][x] + a[y][x];
  // expect-note@-1
}
