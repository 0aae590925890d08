// The pointer that is indexed moves along in the body.
void f(int *p, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    *p = i; // expect-error {{mp-carried|mp-unknown-write|mp-subscript}}: p
    // expect-note@-1?
    p += i % 3; // expect-note?
    // expect-error@-1? {{mp-carried}}: p
  }
}
