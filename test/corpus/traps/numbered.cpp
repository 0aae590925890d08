// Numbers are given out in order: out[i] = counter++.
// VERDICT: any
#include <cmath>
#include <cstdio>

int main() {
  int in[60], id[60] = {}, scaled[60] = {}, counter = 0, other = 5;
  double root[60];
  for (int i = 0; i < 60; ++i)
    in[i] = i * 11 % 7;
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    root[i] = std::sqrt(in[i]);
    if (in[i] > 2)
      id[i] = counter++;
    scaled[i] = in[i] * ++other;
  }
  for (int i = 0; i < 60; ++i)
    std::printf("%d %d %a\n", id[i], scaled[i], root[i]);
  std::printf("%d %d\n", counter, other);
}
