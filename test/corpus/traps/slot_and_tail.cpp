// One array is a slot and also written elsewhere by the same loop: order decides.
// VERDICT: any
#include <cstdio>

int main() {
  int a[60] = {}, b[60] = {}, c[60] = {};
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    a[i] = i;
    a[0] += 2;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    if (i % 4 == 0)
      b[i] = 1000 + i;
    b[i * 7 % 60] = i;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    c[59 - i] = i;
    c[i] = -i;
  }
  for (int i = 0; i < 60; ++i)
    std::printf("%d %d %d\n", a[i], b[i], c[i]);
}
