// The pointer that is indexed lies in memory that the loop writes.
struct Table {
  int *data;
  Table *other;
};

void f(Table *t, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    t->other->data[i] = t->data[i] + 1; // expect-note?
    // expect-error@-1? {{mp-carried|mp-unknown-write|mp-may-alias}}
    if (i == 7)
      t->data = t->other->data; // expect-error? {{mp-carried|mp-unknown-write|mp-may-alias|mp-loop-changed}}
    // expect-note@-1?
  }
}
