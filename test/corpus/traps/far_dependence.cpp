// a[i] needs a[i-17]: chunks of less than 17 would hide it.
// RUNS: any
// VERDICT: any
#include <cstdio>

static void run(int *a, int n, int lag) {
  [[mp::parallel_map]]
  for (int i = lag; i < n; ++i)
    a[i] = a[i - lag] * 2 % 1009 + i;
}

int main() {
  int a[200] = {}, b[200] = {};
  run(a, 200, 17);
  run(b, 200, 150);
  for (int i = 0; i < 200; ++i)
    std::printf("%d %d\n", a[i], b[i]);
}
