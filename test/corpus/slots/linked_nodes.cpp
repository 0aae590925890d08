// Nodes of a program's own list, and elements that an iterator comes to: each iteration reads and
// writes the one at which the head stands.
#include <cmath>
#include <cstdio>
#include <list>
#include <map>
#include <string>
#include <vector>

static double slow(double x) {
  for (int k = 0; k < 50; ++k)
    x = std::sin(x + k);
  return x;
}

struct Node {
  double x, y;
  double cells[3];
  std::string label;
  Node *next;
};

static Node *make(int n) {
  Node *head = nullptr;
  for (int i = n; i-- > 0;)
    head = new Node{i * 0.5, 0, {1, 2, 3}, "n", head};
  return head;
}

struct Item {
  double value = 1;
  std::string text;
  std::vector<int> history;
  void update(int by) {
    value = slow(value + by);
    text += std::to_string(by);
    history.push_back(static_cast<int>(1000 * value));
  }
};

int main() {
  Node *list = make(90);
  [[mp::parallel_map]]
  for (Node *p = list; p != nullptr; p = p->next)
    p->x = slow(p->x);
  Node *p = list;
  [[mp::parallel_map]]
  while (p) {
    if (p->x > 0) {
      p->y = slow(p->x) + p->y;
      p->label += p->y > 0 ? "+" : "-";
    }
    for (double &c : p->cells)
      c *= p->x;
    p = p->next;
  }
  // What is read is compared with what is written, node by node.
  double out[90];
  int n = 0;
  [[mp::parallel_map]]
  for (p = list; p; p = p->next)
    out[n++] = slow(p->x);
  const Node *last = nullptr;
  [[mp::parallel_map]]
  for (p = list; p; p = p->next) {
    Node &node = *p;
    node.x += slow(node.y);
    last = p;
  }
  std::map<int, Item> items;
  std::list<double> numbers;
  for (int i = 0; i < 80; ++i) {
    items[i * 3].text = "t";
    numbers.push_back(i);
  }
  [[mp::parallel_map]]
  for (auto it = items.begin(); it != items.end(); it++)
    it->second.update(it->first);
  double total = 0;
  auto at = numbers.begin();
  [[mp::parallel_map]]
  while (at != numbers.end()) {
    double &x = *at;
    x = slow(x) + 1;
    total += x;
    ++at;
  }
  std::printf("%.17g %d %d\n", total, last->next == nullptr, at == numbers.end());
  for (p = list; p; p = p->next)
    std::printf("%.17g %.17g %.17g %s ", p->x, p->y, p->cells[1], p->label.c_str());
  for (int i = 0; i < n; ++i)
    std::printf("%.17g ", out[i]);
  for (const auto &item : items)
    std::printf("%.17g %s %d ", item.second.value, item.second.text.c_str(),
                item.second.history.back());
  for (double x : numbers)
    std::printf("%.17g ", x);
  while (list) {
    Node *next = list->next;
    delete list;
    list = next;
  }
}
