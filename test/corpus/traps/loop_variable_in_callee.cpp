// The loop variable is a global that a callee reads.
// VERDICT: any
#include <cstdio>

static int i;
static int now() { return i * i; }

int main() {
  int out[40];
  [[mp::parallel_map]]
  for (i = 0; i < 40; ++i)
    out[i] = now() + i;
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d\n", i);
}
