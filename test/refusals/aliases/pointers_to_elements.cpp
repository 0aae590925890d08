// Two entries of the table may be the same object.
struct Cell {
  int value;
};

void f(Cell **table, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    table[i]->value = table[i]->value * 2 + i; // expect-error {{mp-unknown-write|mp-carried|mp-may-alias|mp-subscript}}
  // expect-note@-1?
}
