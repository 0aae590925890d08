// An inner loop is bounded by what earlier iterations made.
// VERDICT: any
#include <cstdio>

int main() {
  int out[40] = {}, count[2] = {1, 0}, n = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    for (int k = 0; k < count[0]; ++k)
      out[i] += k;
    if (i % 5 == 0)
      count[0]++;
    for (int k = 0; k < n; ++k)
      out[i] += 100;
    n = i % 3;
  }
  for (int x : out)
    std::printf("%d ", x);
  std::puts("");
}
