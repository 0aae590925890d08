// The write is two calls down, through a struct's pointer.
struct Context {
  int *total;
};
static void bump(Context *c, int x) {
  *c->total += x; // expect-note?
  // expect-note@-1?
}
static int work(Context *c, int x) {
  bump(c, x); // expect-note?
  return *c->total; // expect-note?
}

void f(Context *c, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = work(c, i); // expect-error {{mp-carried|mp-unknown-write|mp-may-alias}}
  // expect-note@-1?
}
