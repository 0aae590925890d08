// The same member of the element before (another member would be fine).
struct Cell {
  int now, next;
};

void f(Cell *c, int n) {
  [[mp::parallel_map]]
  for (int i = 1; i < n; ++i)
    // expect-error@+1 {{mp-carried}}: c
    c[i].now = c[i - 1].now + c[i - 1].next;
  // expect-note@-1
}
