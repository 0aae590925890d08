// Scatter-add into a matrix and a map of maps, at computed places.
#include <cstdio>
#include <map>
#include <vector>

int main() {
  double m[6][6] = {};
  std::vector<std::vector<int>> counts(5, std::vector<int>(5));
  std::map<int, std::map<int, int>> deep;
  [[mp::parallel_map]]
  for (int i = 0; i < 160; ++i) {
    int a = i * 7 % 6, b = i * i % 6;
    m[a][b] += i / 9.0;
    m[b][a] -= 0.125;
    counts[i % 5][a % 5]++;
    deep[a][b] = i;
  }
  for (auto &r : m)
    for (double x : r)
      std::printf("%a ", x);
  for (auto &r : counts)
    for (int x : r)
      std::printf("%d ", x);
  for (auto &d : deep)
    for (auto &e : d.second)
      std::printf("%d.%d=%d ", d.first, e.first, e.second);
  std::puts("");
}
