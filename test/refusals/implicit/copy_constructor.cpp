// Copies of an outer object, made for a by-value parameter, count themselves.
struct Traced {
  Traced() = default;
  Traced(const Traced &o) : value(o.value) {
    o.copies++; // expect-note?
  }
  int value = 1;
  mutable int copies = 0;
};
static int use(Traced t) { return t.value; }

void f(const Traced &t, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = use(t) + t.copies; // expect-error {{mp-carried}}
  // expect-note@-1?
}
