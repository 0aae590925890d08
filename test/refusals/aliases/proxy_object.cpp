// operator[] hands out a proxy, and two iterations get the same cell.
struct Proxy {
  int *where;
  operator int() const { return *where; } // expect-note?
  Proxy &operator=(int v) {
    *where = v; // expect-note?
    return *this;
  }
};
struct Ring {
  int *data;
  Proxy operator[](int i) { return Proxy{data + (i & 7)}; }
};

void f(Ring ring, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    int t = ring[i];     // expect-error? {{mp-carried|mp-subscript|mp-unknown-write|mp-not-classified}}
    // expect-note@-1?
    ring[i] = t * t + 1; // expect-error? {{mp-carried|mp-subscript|mp-unknown-write|mp-not-classified}}
    // expect-note@-1?
  }
}
