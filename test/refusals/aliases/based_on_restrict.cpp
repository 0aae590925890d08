// The second pointer is based on the restricted one.
void f(double *__restrict a, const int *index, int n) {
  double *b;
  b = a + 1;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    a[i] = b[index[i]] * 2; // expect-error {{mp-may-alias|mp-carried}}
    // expect-note@-1?
}
