// A callee writes the global that the loop reads first.
static int state = 1;

static void advance(int x) {
  state = state * 31 + x; // expect-note?
}

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = state;  // expect-error {{mp-carried}}: state
    advance(i);      // expect-note?
  }
}
