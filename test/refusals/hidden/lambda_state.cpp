// A lambda with a counter of its own.
void f(int *out, int n) {
  auto number = [k = 0](int x) mutable { return x + k++; }; // expect-note?
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = number(i); // expect-error {{mp-carried|mp-hidden-state}}: number
  // expect-note@-1?
}
