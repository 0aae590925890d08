// The same a little further, or the other way round.
void one_further(int (&b)[200]) {
  [[mp::parallel_map]]
  for (int i = 0; i < 80; i++)
    // expect-error@+1 {{mp-carried}}: iteration i-1 wrote
    b[i + 3] = b[2 * i + 1] + 1;
  // expect-note@-1
}

void turned_round(int (&b)[200]) {
  [[mp::parallel_map]]
  for (int i = 79; i >= 0; i--)
    // expect-error@+1 {{mp-carried}}: an earlier iteration wrote it
    b[i] = b[2 * i + 1] + 1;
  // expect-note@-1
}

void past_the_middle(int (&half)[64]) {
  [[mp::parallel_map]]
  for (int i = 0; i <= 32; i++)
    // expect-error@+1 {{mp-carried}}: iteration i-1 wrote
    half[i] = half[63 - i] + 1;
  // expect-note@-1
}

void swapped_twice(int (&a)[70]) {
  [[mp::parallel_map]]
  for (int i = 0; i < 36; i++) {
    int t = a[i]; // expect-error {{mp-carried}}: a
    a[i] = a[69 - i];
    a[69 - i] = t; // expect-note
  }
}
