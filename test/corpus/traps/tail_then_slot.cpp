// out[n] where n is a counter: the slot depends on the tail.
// VERDICT: any
#include <cstdio>

int main() {
  int out[60] = {}, other[60] = {}, n = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    if (i % 3 == 1)
      ++n;
    out[n] += i;
    other[i] = out[i] + 1;
  }
  for (int i = 0; i < 60; ++i)
    std::printf("%d %d\n", out[i], other[i]);
}
