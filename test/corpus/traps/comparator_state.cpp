// A comparator and a hash that count their calls.
// VERDICT: any
#include <algorithm>
#include <cstdio>
#include <vector>

static long compared = 0;
static bool less(int a, int b) {
  ++compared;
  return a < b;
}

int main() {
  std::vector<std::vector<int>> rows(20);
  std::vector<long> cost(20);
  for (int i = 0; i < 20; ++i)
    for (int k = 0; k < 15; ++k)
      rows[i].push_back(k * (i + 3) % 16);
  [[mp::parallel_map]]
  for (int i = 0; i < 20; ++i) {
    std::sort(rows[i].begin(), rows[i].end(), less);
    cost[i] = compared;
  }
  for (auto &r : rows)
    for (int x : r)
      std::printf("%d ", x);
  for (std::size_t i = 1; i < cost.size(); ++i)
    std::printf("%d ", cost[i] > cost[i - 1]);
  std::puts("");
}
