// A callee reads a global that the loop wrote in the iteration before.
// VERDICT: any
#include <cstdio>

static int level = 1;
static int weigh(int x) { return x * level; }

int main() {
  int out[40];
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    out[i] = weigh(i);
    level = i % 5 + 1;
  }
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d\n", level);
}
