// Heads of loops that are left early: workers may run them past the iteration
// that leaves, and nobody sees it.

#include <cstdio>
#include <map>
#include <vector>

struct Node {
  int value;
  Node *next;
};

static int work(int x) { return x * 7 % 31; }

// Counted beside the list, which is shorter.
static long along(Node *head, int n) {
  long sum = 0;
  Node *p = head;
  int i;
  [[mp::parallel_map]]
  for (i = 0; i < n; i++, p = p->next) {
    if (!p)
      break;
    sum = sum * 5 % 10007 + work(p->value);
  }
  return sum * 1000 + i;
}

static int find(const std::map<int, int> &m, int value) {
  [[mp::parallel_map]]
  for (auto it = m.begin(); it != m.end(); ++it) {
    std::printf("%d ", work(it->first));
    if (it->second == value)
      return it->first;
  }
  return -1;
}

static int doubled(int limit) {
  int last = 0;
  [[mp::parallel_map]]
  for (unsigned k = 1;; k *= 2) {
    if (work(static_cast<int>(k % 1000)) > limit)
      break;
    last = static_cast<int>(k);
    std::printf("%d ", last);
  }
  return last;
}

int main() {
  std::vector<Node> v(50);
  for (int i = 0; i < 50; i++)
    v[i] = {i * 3, i < 49 ? &v[i + 1] : nullptr};
  std::printf("%ld ", along(&v[0], 1000));
  std::printf("%ld\n", along(&v[0], 20));
  std::map<int, int> m;
  for (int i = 0; i < 60; i++)
    m[i * 17 % 61] = i;
  std::printf("%d\n", find(m, 40));
  std::printf("%d\n", find(m, 400));
  std::printf("%d\n", doubled(27));
}
