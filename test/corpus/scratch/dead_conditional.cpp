// Written and read only under the same condition, and not used after the loop.
#include <cstdio>

int main() {
  int out[80] = {};
  int t;
  double buf[5];
  [[mp::parallel_map]]
  for (int i = 0; i < 80; ++i) {
    if (i % 4 == 1) {
      t = i * i;
      for (int k = 0; k < 5; ++k)
        buf[k] = t / (k + 1.0);
      out[i] = static_cast<int>(buf[i % 5]) + t;
    }
  }
  for (int x : out)
    std::printf("%d ", x);
  std::puts("");
}
