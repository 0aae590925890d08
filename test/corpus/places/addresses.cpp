// Identities of objects are kept: &out[i], this, pointers compared and subtracted.
#include <cstdio>
#include <vector>

struct Node {
  int value = 0;
  const Node *self = nullptr;
  bool same(const Node *other) const { return this == other; }
};

int main() {
  std::vector<Node> nodes(40);
  const Node *base = nodes.data();
  int same = 0, n = 3;
  const int *address = &n;
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    Node &node = nodes[i];
    node.value = static_cast<int>(&node - base);
    node.self = &node;
    same += nodes[i].same(base + i) + (address == &n) * 100;
  }
  int right = 0;
  for (auto &node : nodes)
    right += node.self == &node && node.value == &node - base;
  std::printf("%d %d\n", same, right);
}
