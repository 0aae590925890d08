// The bound lies in the result array.
// VERDICT: any
// RUNS: any
#include <cstdio>

static void run(int *out, const int &n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = 40 - i;
}

int main() {
  int a[50] = {}, b[50] = {}, n = 30;
  run(a, n);
  b[10] = 25;
  run(b, b[10]);
  for (int i = 0; i < 50; ++i)
    std::printf("%d %d\n", a[i], b[i]);
}
