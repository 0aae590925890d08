// i / 2: two iterations share an element, and the second reads it.
void f(int *half, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    half[i / 2] = half[i / 2] * 3 + i; // expect-error {{mp-carried|mp-subscript|mp-nothing-parallel}}: half
  // expect-note@-1?
}
