// VERDICT: any
// In a range loop within, the variable holds an element, not its number; and the container may
// have been filled in the iteration.
#include <cstdio>
#include <vector>

int main() {
  std::vector<int> filled, pairs(60, -1);
  int out[30], offsets[2] = {1, 2};
  for (int &x : out)
    x = -1;
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i) {
    filled.clear();
    for (int k = 0; k < i % 5; ++k)
      filled.push_back(k + i);
    for (int x : filled)
      out[i] = x;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i)
    for (int x : offsets)
      pairs[2 * i + x - 1] = x * i;
  for (int x : out)
    std::printf("%d ", x);
  for (int x : pairs)
    std::printf("%d ", x);
  std::printf("%zu\n", filled.size());
}
