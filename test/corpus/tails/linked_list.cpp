// A list is built with new, node by node, in order.
// VERDICT: any
#include <cstdio>

struct Node {
  int value;
  Node *next;
};

int main() {
  Node *head = nullptr;
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i) {
    int x = i * i % 101;
    head = new Node{x, head};
  }
  while (head) {
    std::printf("%d ", head->value);
    Node *next = head->next;
    delete head;
    head = next;
  }
  std::puts("");
}
