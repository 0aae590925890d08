// Two strides that meet: for some of the iterations what is read was written
// before.
void gather(double (&a)[400], const double *b, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < 200; i++)
    // expect-error@+1 {{mp-carried}}: a
    a[i + 64] = a[i * 2] + b[i] + n;
  // expect-note@-1
}

void scatter(double (&a)[400], const double *b, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < 200; i++)
    // expect-error@+1 {{mp-carried}}: a
    a[i * 2] = a[i + 64] + b[i] + n;
  // expect-note@-1
}

void one_too_many(double (&a)[400]) {
  [[mp::parallel_map]]
  for (int i = 0; i <= 34; i++) // a[34 + 32] was written by iteration 33
    // expect-error@+1 {{mp-carried}}: a
    a[i * 2] = a[i + 32] + 1;
  // expect-note@-1
}
