// A callee reads the global that the loop wrote an iteration ago.
static int level = 1;

static int weigh(int x) {
  return x * level; // expect-note?
}

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = weigh(i);  // expect-error {{mp-carried}}: level
    if (i % 3)
      level = i % 5 + 1; // expect-note
  }
}

int get() { return level; }
