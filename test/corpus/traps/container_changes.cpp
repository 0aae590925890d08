// The container that bounds the loop changes in it.
// VERDICT: any
#include <cstdio>
#include <vector>

int main() {
  std::vector<int> v = {40, 27, 9, 5};
  std::vector<int> &alias = v;
  v.reserve(1000);
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < v.size(); ++i) {
    int x = v[i];
    if (x > 2)
      alias.push_back(x / 2);
  }
  for (int x : v)
    std::printf("%d ", x);
  std::puts("");
}
