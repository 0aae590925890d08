// A default member initialiser does.
static int drawn = 0;
struct Item {
  int id = ++drawn; // expect-note?
};

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    Item item; // expect-error {{mp-carried|mp-hidden-state}}: drawn
    // expect-note@-1?
    out[i] = item.id;
  }
}
