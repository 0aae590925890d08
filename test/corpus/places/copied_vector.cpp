// VERDICT: any
// RUNS: any
// A local vector of which elements are named, and whose copy a lambda of the body changes.
#include <cstdio>
#include <vector>

int main() {
  std::vector<int> v(50), out(50);
  for (int i = 0; i < 50; ++i)
    v[static_cast<std::size_t>(i)] = i * 3;
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < 50; ++i) {
    auto change = [v, i]() mutable {
      v[i] += 1000;
      return v[i] + v[(i + 1) % 50];
    };
    out[i] = change() + v[i];
  }
  for (int x : out)
    std::printf("%d ", x);
  for (int x : v)
    std::printf("%d ", x);
}
