// A local reference to the sum is read.
void f(const double *in, double *out, int n) {
  double sum = 0;
  double &total = sum;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    sum += in[i];            // expect-note
    out[i] = in[i] / total;  // expect-error {{mp-carried}}
  }
}
