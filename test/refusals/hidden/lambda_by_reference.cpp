// A lambda that changes a captured outer variable and hands it out.
void f(int *out, int n) {
  int calls = 0;
  auto number = [&calls](int x) { return x + ++calls; }; // expect-note?
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = number(i); // expect-error {{mp-carried}}: calls
  // expect-note@-1?
}
