// Which array is written is decided in the body, and both are read.
void f(int *a, int *b, const int *in, int n) {
  [[mp::parallel_map]]
  for (int i = 1; i < n; ++i) {
    int *p = in[i] ? a : b;
    p[i] = a[i - 1] + b[i - 1]; // expect-error {{mp-carried|mp-unknown-write|mp-may-alias|mp-subscript|mp-worker-pointer}}
    // expect-note@-1?
    // expect-note@-2?
    // expect-error@-3? {{mp-carried}}
  }
}
