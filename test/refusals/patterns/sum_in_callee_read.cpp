// A callee adds to a global, and its result is made of the sum so far.
static int sum0;

static int note(int i) {
  sum0 = sum0 + i;
  // expect-note@-1
  // expect-note@-2
  return sum0;
}

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    // expect-error@+1 {{mp-carried}}: sum0
    out[i] = note(i) * 3;
  // expect-note@-1
}

int get() { return sum0; }
