// break, return and throw decided by a running sum.
// VERDICT: any
#include <cstdio>
#include <vector>

static int fill(std::vector<int> &out, int limit) {
  int sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 100; ++i) {
    out[i] = i * 2;
    sum += i;
    if (sum > limit)
      return i;
    if (sum == 105)
      throw sum;
  }
  return -1;
}

int main() {
  for (int limit : {50, 100000, 90}) {
    std::vector<int> out(100);
    try {
      std::printf("%d:", fill(out, limit));
    } catch (int x) {
      std::printf("thrown %d:", x);
    }
    for (int x : out)
      std::printf(" %d", x);
    std::puts("");
  }
}
