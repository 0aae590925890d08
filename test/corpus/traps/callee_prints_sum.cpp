// What a callee prints depends on what earlier iterations added up.
// VERDICT: any
#include <cstdio>

static int total = 0;
static void show(int i) { std::printf("%d %d\n", i, total); }

int main() {
  int out[50], odd = 0, steps = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i) {
    out[i] = i * i;
    total += i;
    show(i);
    odd += i % 3;
    if (odd % 2)
      std::printf("odd %d\n", odd);
    for (int k = 0; k < steps % 3; ++k)
      std::printf("step %d of %d\n", k, i);
    steps += out[i] & 1;
  }
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d %d %d\n", total, odd, steps);
}
