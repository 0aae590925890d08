// Tails inside inner loops, ifs and switches: histograms, counts, collections.
#include <cstdio>
#include <vector>

int main() {
  int hist[16] = {}, zero = 0, small = 0, large = 0;
  double weight = 0;
  std::vector<int> found;
  [[mp::parallel_map]]
  for (int y = 0; y < 40; ++y) {
    for (int x = 0; x < 12; ++x) {
      int v = (x * x + y * 31) % 64;
      hist[v / 4]++;
      switch (v % 3) {
      case 0:
        ++zero;
        break;
      case 1:
        if (v < 20) {
          small += v;
          break;
        }
        [[fallthrough]];
      default:
        large += v;
      }
      if (v > 60) {
        weight += v / 7.0;
        for (int k = 60; k < v; ++k)
          found.push_back(y * 100 + k);
      }
    }
  }
  for (int h : hist)
    std::printf("%d ", h);
  for (int f : found)
    std::printf("%d ", f);
  std::printf("%d %d %d %a\n", zero, small, large, weight);
}
