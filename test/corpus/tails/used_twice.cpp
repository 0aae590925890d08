// One text in two places of a statement: sent once where nothing changes it.
#include <cstdio>
#include <utility>
#include <vector>

static int half(int x) { return x / 2; }

int main() {
  std::vector<std::pair<int, int>> pairs;
  int largest = -1, at = -1;
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    int values[3] = {i * 37 % 61, i * 11 % 13, i};
    pairs.push_back({values[0] + 1, values[0] + 1});
    pairs.push_back(std::make_pair(half(values[1]), half(values[1])));
    if (values[0] * 2 > largest) {
      largest = values[0] * 2;
      at = values[2];
    }
  }
  for (const auto &p : pairs)
    std::printf("%d %d\n", p.first, p.second);
  std::printf("%d at %d\n", largest, at);
}
