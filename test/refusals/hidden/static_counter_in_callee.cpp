// A static counter in a callee shapes the result.
static int next_id() {
  static int id = 0;
  // expect-note@+1?
  return ++id;
}

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = next_id() + i; // expect-error {{mp-carried|mp-hidden-state}}: id
}
