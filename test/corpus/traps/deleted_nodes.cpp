// Nodes of a table are deleted and made anew.
// VERDICT: any
#include <cstdio>
#include <memory>
#include <vector>

struct Node {
  explicit Node(int v) : value(v) {}
  int value;
};

int main() {
  std::vector<Node *> raw;
  std::vector<std::unique_ptr<Node>> owned(30);
  for (int i = 0; i < 30; ++i)
    raw.push_back(new Node(i));
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i) {
    Node *old = raw[i];
    raw[i] = new Node(old->value * 2);
    delete old;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i) {
    owned[i].reset(new Node(i * 3));
    if (i % 4 == 0)
      owned[i].reset();
  }
  for (int i = 0; i < 30; ++i) {
    std::printf("%d %d\n", raw[i]->value, owned[i] ? owned[i]->value : -1);
    delete raw[i];
  }
}
