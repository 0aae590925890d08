// rbegin() to rend(): random access from the far end.
// VERDICT: any
#include <cstdio>
#include <vector>

int main() {
  std::vector<int> v(40), order;
  for (int i = 0; i < 40; ++i)
    v[i] = i;
  [[mp::parallel_map]]
  for (auto it = v.rbegin(); it != v.rend(); ++it) {
    *it = *it * 2;
    order.push_back(*it);
  }
  for (int x : v)
    std::printf("%d ", x);
  for (int x : order)
    std::printf("%d ", x);
  std::puts("");
}
