// Relaxation in place that uses new values at once.
static double u[40][40];

void line(double (&a)[100]) {
  [[mp::parallel_map]]
  for (int i = 1; i < 99; i++)
    // expect-error@+1 {{mp-carried}}: a
    a[i] = (a[i - 1] + a[i] + a[i + 1]) / 3;
  // expect-note@-1
}

void plane() {
  [[mp::parallel_map]]
  for (int y = 1; y < 39; y++)
    for (int x = 1; x < 39; x++)
      // expect-error@+1 {{mp-carried}}: u
      u[y][x] = (u[y - 1][x] + u[y + 1][x] + u[y][x - 1] + u[y][x + 1]) / 4;
  // expect-note@-1
}

void copied_too_late(double (&a)[100], double (&old)[101]) {
  [[mp::parallel_map]]
  for (int i = 1; i < 100; i++) {
    old[i] = a[i];              // expect-note
    a[i] = old[i - 1] + old[i]; // expect-error {{mp-carried}}: old
  }
}
