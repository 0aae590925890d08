// What a pointer leads to is scratch only while the pointer stays where it is.
struct Node {
  int value;
  Node *next;
};

int moving(Node *node, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    node->value = i;
    out[i] = node->value; // expect-error {{mp-carried}}: node
    node = node->next;    // expect-note
  }
  return node->value;
}

// Sometimes written.
int sometimes(Node *node, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    if (i % 3)
      node->value = i;    // expect-note
    out[i] = node->value; // expect-error {{mp-carried}}: value
  }
  return node->value;
}
