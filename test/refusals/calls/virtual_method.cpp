// A virtual method that is not const, on an outer object: some override may keep state.
struct Source {
  virtual ~Source() = default;
  virtual int next(int x) { return x; }
};

void f(Source &source, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = source.next(i); // expect-error {{mp-opaque-call}}: next
}
