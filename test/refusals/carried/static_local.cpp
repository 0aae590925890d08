// A static local of the body is carried like a global.
void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    static int k = 0; // expect-error? {{mp-carried|mp-construct}}: k
    k = k * 3 + i;    // expect-error? {{mp-carried}}: k
    // expect-note@-1?
    out[i] = k;       // expect-error? {{mp-carried}}: k
    // expect-note@-1?
  }
}
