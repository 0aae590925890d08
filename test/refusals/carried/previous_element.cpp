// An iteration reads the element that the one before it wrote.
void f(double *a, int n) {
  [[mp::parallel_map]]
  for (int i = 1; i < n; ++i)
    // expect-error@+1 {{mp-carried}}: a
    a[i] = a[i - 1] * 0.5;
  // expect-note@-1
}
