// Downwards, a[i + 1] is what the iteration before wrote.
void f(int *a, int n) {
  [[mp::parallel_map]]
  for (int i = n - 2; i >= 0; --i)
    // expect-error@+1 {{mp-carried}}: a
    a[i] = a[i + 1] + 1;
  // expect-note@-1
}
