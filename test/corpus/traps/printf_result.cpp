// What printf returns goes into a result and a sum.
// VERDICT: any
#include <cstdio>

int main() {
  int length[40], total = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    length[i] = std::printf("%d\n", i * i * i);
    total += std::puts("x") >= 0;
  }
  for (int x : length)
    std::printf("%d ", x);
  std::printf("%d\n", total);
}
