// Subscripts of different strides, where a later iteration reads what was
// written.
void doubled_is_written(int (&a)[400]) {
  [[mp::parallel_map]]
  for (int i = 0; i < 199; i++)
    // expect-error@+1 {{mp-carried}}: a
    a[2 * i + 1] = a[i] + 1;
  // expect-note@-1
}

void even_before(int (&a)[400]) {
  [[mp::parallel_map]]
  for (int i = 1; i < 200; i++)
    // expect-error@+1 {{mp-carried}}: a
    a[2 * i] = a[2 * i - 2] + 1;
  // expect-note@-1
}

void four_and_two(int (&a)[400]) {
  [[mp::parallel_map]]
  for (int i = 0; i < 100; i++)
    // expect-error@+1 {{mp-carried}}: a
    a[4 * i] = a[2 * i] + 1;
  // expect-note@-1
}

void threes(int (&a)[400]) {
  [[mp::parallel_map]]
  for (int i = 1; i < 130; i++)
    // expect-error@+1 {{mp-carried}}: a
    a[3 * i + 2] = a[3 * i - 1] + a[3 * i];
  // expect-note@-1
}

void backwards(int (&a)[400]) {
  [[mp::parallel_map]]
  for (int i = 199; i >= 0; i--)
    // expect-error@+1 {{mp-carried}}: a
    a[i] = a[2 * i] + 1;
  // expect-note@-1
}
