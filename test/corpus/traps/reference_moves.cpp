// A reference into a container that a tail lets grow.
// VERDICT: any
#include <cstdio>
#include <map>
#include <vector>

int main() {
  std::map<int, int> counts;
  std::vector<int> order;
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    int &c = counts[i * i % 11];
    if (c == 0)
      order.push_back(i);
    c += i;
  }
  for (int x : order)
    std::printf("%d ", x);
  for (auto &c : counts)
    std::printf("%d=%d ", c.first, c.second);
  std::puts("");
}
