// The collection is sorted and cut in the middle of collecting.
// VERDICT: any
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
  std::vector<int> top;
  std::vector<int> sizes;
  [[mp::parallel_map]]
  for (int i = 0; i < 120; ++i) {
    int x = i * 7919 % 503;
    top.push_back(x);
    if (top.size() > 10) {
      std::sort(top.begin(), top.end());
      top.erase(top.begin(), top.begin() + 5);
    }
    if (i % 9 == 0)
      sizes.push_back(static_cast<int>(top.size()));
    if (i == 100)
      top.clear();
  }
  for (int x : top)
    std::printf("%d ", x);
  for (int x : sizes)
    std::printf("%d ", x);
  std::puts("");
}
