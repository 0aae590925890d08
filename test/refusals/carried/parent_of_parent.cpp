// The pointer that is followed may be one that an earlier iteration changed.
struct Node {
  int value;
  Node *up;
};
Node nodes[12];

void f() {
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++)
    // expect-error@+2 {{mp-may-alias}}: nodes
    // expect-note@+1
    nodes[i].up = nodes[i].up->up;
}

void g(int x) {
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++)
    for (Node *n = &nodes[i]; n; n = n->up) // expect-error {{mp-carried}}: nodes
      n->value = x; // expect-note
}

struct List {
  int value;
  List *next;
  void set(int x) {
    List *at = this;
    while (at) {
      at->value = x; // expect-note
      at = at->next; // expect-note
    }
  }
  List *after() { return this + 1; }
};
List lists[13];

void h() {
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++)
    // expect-error@+2 {{mp-carried}}: lists
    // expect-note@+1
    lists[i].set(i);
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++)
    // expect-error@+2 {{mp-carried}}: lists
    // expect-note@+1
    lists[i].after()->value = lists[i].value + 1;
}

// Pointers without a type lead to one another as well.
void *cells[12];

void untyped() {
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++)
    // expect-error@+2 {{mp-may-alias|mp-carried}}: cells
    // expect-note@+1
    cells[i] = *static_cast<void **>(cells[i]);
}

void untyped_handles(void **list, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    // expect-error@+2 {{mp-may-alias|mp-carried}}: list
    // expect-note@+1
    list[i] = *static_cast<void **>(list[i]);
}
