// A store that some iterations fill and others empty.
static int stock, room = 5;

void f(int *held, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    if (i % 2 == 0) {
      if (stock < room)
        stock++; // expect-note
    } else if (stock > 0) {
      stock--;
    }
    held[i] = stock * 2; // expect-error {{mp-carried}}: stock
  }
}
