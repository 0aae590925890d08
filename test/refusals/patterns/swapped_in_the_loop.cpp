// The loop over the steps: each reads the buffer that the step before has
// filled.
void steps(double *a, double *b, int n) {
  double *from = a, *to = b;
  [[mp::parallel_map]]
  for (int t = 0; t < n; t++) {
    for (int i = 1; i < 99; i++)
      // expect-error@+1 {{mp-carried}}: from
      to[i] = from[i - 1] + from[i + 1];
    // expect-note@-1
    double *old = from; // expect-error {{mp-carried}}: from
    from = to;          // expect-note
    to = old;
  }
}

void by_number(double (&pair)[2][100], int n) {
  [[mp::parallel_map]]
  for (int t = 0; t < n; t++)
    for (int i = 1; i < 99; i++)
      // expect-error@+1 {{mp-carried}}: pair
      pair[1 - t % 2][i] = pair[t % 2][i - 1] + 1;
  // expect-note@-1
}
