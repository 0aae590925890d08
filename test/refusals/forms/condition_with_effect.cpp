// The bound is computed by a call that counts.
static int asked = 0;
static int limit() { return 100 + ++asked; } // expect-note?

int f(int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < limit(); ++i) // expect-error {{mp-loop-form|mp-loop-changed|mp-carried}}
    out[i] = i;
  return asked;
}
