// a[n - 1 - i] over the whole array: the second half reads what the first half
// wrote.
void whole(int *a, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    // expect-error@+1 {{mp-carried}}: a
    a[i] = a[n - 1 - i] * 2;
  // expect-note@-1
}

void past_the_middle(int (&a)[71]) {
  [[mp::parallel_map]]
  for (int i = 0; i <= 36; i++)
    // expect-error@+1 {{mp-carried}}: a
    a[i] = a[70 - i] * 2;
  // expect-note@-1
}

void there_and_back(int (&a)[70]) {
  [[mp::parallel_map]]
  for (int i = 0; i < 70; i++) {
    int t = a[i]; // expect-error {{mp-carried}}: a
    a[i] = a[69 - i];
    a[69 - i] = t; // expect-note
  }
}
