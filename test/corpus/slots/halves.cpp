// Two parts of one array: interleaved, in halves, and a part that is only read.
#include <cstdio>
#include <vector>

int main() {
  std::vector<int> pairs(100), parts(100), grow(100);
  const int n = 50;
  for (int i = 0; i < 100; ++i)
    grow[i] = i + 7;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    pairs[2 * i] = i;
    pairs[2 * i + 1] = -i;
    parts[i] = i * 2;
    parts[i + n] = i * 3;
    grow[i] = grow[i + n] * 2;
  }
  for (int i = 0; i < 100; ++i)
    std::printf("%d %d %d\n", pairs[i], parts[i], grow[i]);
}
