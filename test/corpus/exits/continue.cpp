// continue in the loop, break and continue of inner loops, a goto to the end of the body.
#include <cstdio>

int main() {
  int out[100] = {}, sum = 0, skipped = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 100; ++i) {
    if (i % 7 == 3) {
      ++skipped;
      continue;
    }
    for (int k = 0;; ++k) {
      if (k * k > i)
        break;
      if (k % 2)
        continue;
      out[i] += k;
      if (out[i] > 15)
        goto full;
    }
    sum += out[i];
    continue;
  full:
    out[i] = -1;
  }
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d %d\n", sum, skipped);
}
