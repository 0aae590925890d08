// Scratch written only by some iterations, and live after the loop.
// VERDICT: any
#include <cstdio>

int main() {
  int t = -5, out[90] = {};
  double buf[3] = {1, 2, 3};
  [[mp::parallel_map]]
  for (int i = 0; i < 90; ++i) {
    if (i % 13 == 4) {
      t = i;
      buf[0] = t * 0.5;
      buf[1] = buf[0] + 1;
      out[i] = t + static_cast<int>(buf[1]);
    }
  }
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d %a %a %a\n", t, buf[0], buf[1], buf[2]);
}
