// The initialiser of a function static runs once: in which process?
static int started = 0;
static int start() {
  return ++started; // expect-note?
}
static int base() {
  static int b = start(); // expect-note?
  return b;
}

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = base() + started; // expect-error {{mp-carried|mp-hidden-state}}
}
