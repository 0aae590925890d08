// What is written is the next iteration's input: the mirror image of reading
// ahead.
void f(int *a, const int *b, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n - 1; i++)
    // expect-error@+1 {{mp-carried}}: a
    a[i + 1] = a[i] + b[i];
  // expect-note@-1
}

void by_steps(double *a, int n) {
  [[mp::parallel_map]]
  for (int i = 3; i < n; i += 3)
    // expect-error@+1 {{mp-carried}}: a
    a[i] = a[i] + a[i - 3] / 2;
  // expect-note@-1
}
