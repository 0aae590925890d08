// The dependence is two iterations long.
void f(long *fib, int n) {
  [[mp::parallel_map]]
  for (int i = 2; i < n; ++i)
    // expect-error@+1 {{mp-carried}}: fib
    fib[i] = fib[i - 2] + 1;
  // expect-note@-1
}
