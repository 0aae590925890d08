// In a callee.
struct Node {
  int value;
};
static int take(Node *node) {
  int v = node->value;
  delete node; // expect-note?
  return v;
}

void f(Node **nodes, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = take(nodes[i]); // expect-error {{mp-outer-free}}
}
