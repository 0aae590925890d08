// i % 8 meets itself.
void f(int *ring, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    ring[i % 8] = ring[i % 8] * 2 + i; // expect-error {{mp-carried|mp-subscript|mp-nothing-parallel}}: ring
  // expect-note@-1?
}
