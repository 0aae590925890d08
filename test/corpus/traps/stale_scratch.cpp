// A scratch value that some iterations read from the one before: serial has it, workers do not.
// VERDICT: any
#include <cstdio>

int main() {
  int out[60], t = 1000;
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    if (i % 7 != 3)
      t = i * 2;
    out[i] = t;
  }
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d\n", t);
}
