// Whether something that is read or updated is one of the listed elements is seen at run time.
// RUNS: serial
#include <cmath>
#include <cstdio>
#include <list>
#include <map>

static double slow(double x) {
  for (int k = 0; k < 50; ++k)
    x = std::sin(x + k);
  return x;
}

struct Node {
  double x;
  double room[40];
  Node *next;
};

static void scaled(std::list<double> &list, const double &factor) {
  [[mp::parallel_map]]
  for (double &x : list)
    x = slow(x) * factor;
}

static void summed(Node *head, double *sum) {
  [[mp::parallel_map]]
  for (Node *p = head; p; p = p->next) {
    p->x = slow(p->x);
    *sum += p->x;
  }
}

static void collected(Node *head, double *out) {
  int n = 0;
  [[mp::parallel_map]]
  for (Node *p = head; p; p = p->next)
    out[n++] = slow(p->room[1]);
}

int main() {
  std::list<double> list(40, 0.5);
  scaled(list, list.front());
  std::map<int, double> map;
  Node nodes[40];
  for (int i = 0; i < 40; ++i) {
    map[i] = i;
    nodes[i] = {i * 0.25, {1, 2, 3}, i < 39 ? &nodes[i + 1] : nullptr};
  }
  const double *far = &map[20];
  [[mp::parallel_map]]
  for (auto &[key, value] : map)
    value = slow(value) + *far + key;
  summed(nodes, &nodes[30].x);
  const Node *other = &nodes[1];
  [[mp::parallel_map]]
  for (Node *p = nodes; p; p = p->next)
    p->x = slow(p->x) + other->x;
  collected(nodes, nodes[7].room);
  for (double x : list)
    std::printf("%.17g ", x);
  for (const auto &[key, value] : map)
    std::printf("%d %.17g ", key, value);
  for (const Node &node : nodes)
    std::printf("%.17g %.17g ", node.x, node.room[9]);
}
