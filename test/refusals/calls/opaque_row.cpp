// A function that can't be seen gets a row that it may write, and more than it.
void fill(double *row, int d);

void f(double *out, int n, int d) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    fill(out + i * d, d); // expect-error {{mp-opaque-call}}: fill
}
