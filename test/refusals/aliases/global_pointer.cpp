// A static pointer to a static: what is written through it is read by name.
static int level;
static int *where = &level;

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = level + i; // expect-error? {{mp-carried|mp-may-alias}}
    // expect-note@-1?
    *where = i; // expect-error? {{mp-carried|mp-may-alias|mp-unknown-write}}
    // expect-note@-1?
  }
}
