// The callee fills two elements of the static array, three are read.
static void derive(const double *y, double *dy) {
  dy[0] = y[1]; // expect-note?
  dy[1] = -y[0]; // expect-note?
}

static void step(double *y, int n) {
  static double k[10];
  derive(y, k);
  for (int i = 0; i < n; i++)
    y[i] += 0.1 * k[i]; // expect-note?
  k[2] = y[0];          // expect-note?
}

void f(const double *start, double *end, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    double y[3] = {start[i], 0, 1};
    step(y, 3); // expect-error {{mp-carried}}: k
    // expect-note@-1?
    end[i] = y[0];
  }
}
