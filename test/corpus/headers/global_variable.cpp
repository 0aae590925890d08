// The loop variable is a global, and another one a static of the function.
#include <cstdio>

static int gi;
static double out[66];

static void fill(int n) {
  static unsigned si;
  [[mp::parallel_map]]
  for (gi = 0; gi < n; gi++)
    out[gi] = gi / 8.0;
  [[mp::parallel_map]]
  for (si = 2; si <= 20; si += 2)
    out[si] += 100;
  std::printf("%d %u\n", gi, si);
}

int main() {
  fill(66);
  fill(30);
  for (double x : out)
    std::printf("%a ", x);
  std::puts("");
}
