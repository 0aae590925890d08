// A default argument draws from a counter.
static int drawn = 0;
static int draw() {
  return ++drawn; // expect-note?
}
static int tagged(int x, int tag = draw()) { // expect-note?
  return x * 100 + tag;
}

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = tagged(i); // expect-error {{mp-carried|mp-hidden-state}}: drawn
}
