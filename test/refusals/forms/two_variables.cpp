// A second induction variable that the step moves.
void f(double *out, int n) {
  double t;
  int i;
  [[mp::parallel_map]]
  for (i = 0, t = 0; i < n; ++i, t += 0.1) // expect-error {{mp-loop-form|mp-not-yet}}
    out[i] = t;
}
