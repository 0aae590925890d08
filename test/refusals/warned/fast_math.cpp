// Flags that give up value safety.
// FLAGS: -ffast-math
void f(const double *in, double *out, int n, double *result) {
  double sum = 0;
  // expect-warning@+1? {{mp-fast-math}}
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) { // expect-warning? {{mp-fast-math}}
    out[i] = in[i] * 3;
    sum += out[i];
  }
  *result = sum;
}
