// All iterations use one element, and one of the first writes it.
void from_the_first(int *a, int n) {
  a[0] = 2;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    // expect-error@+1 {{mp-carried}}: a
    a[i] = a[i] + a[0];
  // expect-note@-1
}

void from_the_middle(double (&a)[200]) {
  [[mp::parallel_map]]
  for (int i = 0; i < 200; i++)
    // expect-error@+1 {{mp-carried}}: a
    a[i] = a[i] + a[64];
  // expect-note@-1
}

void one_too_many(double (&a)[200]) {
  [[mp::parallel_map]]
  for (int i = 0; i <= 65; i++)
    // expect-error@+1 {{mp-carried}}: a
    a[i] = a[i] + a[64];
  // expect-note@-1
}
