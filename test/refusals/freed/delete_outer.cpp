// Objects that existed before the loop are deleted in it.
struct Node {
  int value;
};

void f(Node **nodes, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = nodes[i]->value;
    delete nodes[i]; // expect-error {{mp-outer-free}}: nodes
  }
}
