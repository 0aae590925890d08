// Objects reached through links: nobody knows which.
struct Node {
  int value;
  Node *next;
};

void f(Node **nodes, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    nodes[i]->value = nodes[i]->next->value + 1; // expect-error {{mp-unknown-write|mp-carried|mp-may-alias|mp-subscript}}
  // expect-note@-1?
}
