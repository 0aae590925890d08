// break out of ifs, blocks and after an inner loop; none, the first and the last iteration.
#include <cstdio>
#include <vector>

static int run(int n, int stop) {
  std::vector<int> out(n), collected;
  int i, before = 0, after = 0;
  [[mp::parallel_map]]
  for (i = 0; i < n; ++i) {
    ++before;
    collected.push_back(i);
    int hit = 0;
    for (int k = 0; k < 10; ++k) {
      if (k * n + i == stop) {
        hit = 1;
        break;
      }
    }
    if (hit) {
      if (stop >= 0) {
        out[i] = -7;
        break;
      }
    }
    out[i] = i + 1;
    ++after;
  }
  std::printf("%d %d %d %zu:", i, before, after, collected.size());
  for (int x : out)
    std::printf(" %d", x);
  std::puts("");
  return after;
}

int main() {
  int total = 0;
  for (int stop : {-1, 0, 1, 17, 38, 39, 40})
    total += run(40, stop);
  total += run(1, 0);
  std::printf("%d\n", total);
}
