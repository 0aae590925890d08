// The destructor of a local changes an outer counter that is read by others.
struct Depth {
  explicit Depth(int &d) : depth(d) { ++depth; }
  ~Depth() {
    --depth; // expect-note?
  }
  int &depth;
};

void f(int *out, int n) {
  int depth = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    Depth guard(depth); // expect-error {{mp-destructor|mp-carried}}
    // expect-note@-1?
    out[i] = i * 2;
  }
}
