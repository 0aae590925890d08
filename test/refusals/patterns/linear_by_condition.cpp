// A second index that steps in some iterations only, and leads to what is read.
void f(const int *in, double *c, int n) {
  int j = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    double x = c[j] * 0.5 + i; // expect-error {{mp-carried}}: c
    c[j] = x;                  // expect-note
    if (in[i] > 0)
      j++;
  }
}
