// Chequered sweeps that meet their own colour.
void line(double (&a)[101]) {
  [[mp::parallel_map]]
  for (int i = 2; i < 100; i += 2)
    // expect-error@+1 {{mp-carried}}: a
    a[i] = (a[i - 2] + a[i - 1] + a[i + 1]) / 3;
  // expect-note@-1
}

void rows(double (&plane)[41][30]) {
  [[mp::parallel_map]]
  for (int y = 2; y < 40; y += 2)
    for (int x = 0; x < 30; x++)
      // expect-error@+1 {{mp-carried}}: plane
      plane[y][x] = plane[y - 1][x] + plane[y - 2][x];
  // expect-note@-1
}

void both_colours(double (&plane)[40][40]) {
  [[mp::parallel_map]]
  for (int y = 1; y < 39; y++)
    for (int colour = 0; colour < 2; colour++)
      for (int x = 1 + (y + colour) % 2; x < 39; x += 2)
        // expect-error@+1 {{mp-carried}}: plane
        plane[y][x] = plane[y - 1][x] + plane[y][x - 1];
  // expect-note@-1
}
