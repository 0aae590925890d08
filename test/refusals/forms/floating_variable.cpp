// A floating-point variable: its values are not start + k * step.
void f(double *out) {
  [[mp::parallel_map]]
  for (double t = 0; t < 1; t += 0.1) // expect-error {{mp-loop-form}}
    // expect-note@-1?
    out[static_cast<int>(t * 10)] = t;
}
