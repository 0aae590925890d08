// A callee gets the loop variable by reference and skips.
static void skip(int &i) {
  i += 3; // expect-note?
}

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = i;
    if (i % 10 == 0)
      skip(i); // expect-error {{mp-loop-changed}}: i
  }
}
