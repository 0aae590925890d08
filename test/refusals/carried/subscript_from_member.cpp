// The subscript's member is set in every iteration: an earlier row is read.
struct Shift {
  int k;
};

void f(Shift &s, int *g, int *h, int n) {
  [[mp::parallel_map]]
  for (int i = 2; i < n; i++) {
    s.k = -(i % 3);
    h[i] = g[i + s.k] + 1; // expect-error {{mp-carried}}
    g[i] = i; // expect-note
  }
}
