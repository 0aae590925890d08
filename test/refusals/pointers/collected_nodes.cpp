// Pointers to new objects are collected.
#include <vector>

struct Node {
  int value;
};

void f(std::vector<Node *> &out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    Node *node = new Node{i * i};
    node->value += 1;
    out.push_back(node); // expect-error {{mp-worker-pointer}}
    // expect-note@-1?
  }
}
