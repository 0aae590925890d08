// Result and input overlap in one call and not in the other: the first runs serially.
// RUNS: any
#include <cstdio>

static void shift(int *out, const int *in, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = in[i] + 1;
}

int main() {
  int a[80] = {}, b[80] = {};
  shift(a + 1, a, 79);
  shift(b, a, 80);
  shift(b, b + 3, 77);
  for (int x : a)
    std::printf("%d ", x);
  for (int x : b)
    std::printf("%d ", x);
  std::puts("");
}
