// RUNS: serial
// The pointers of slots/conditional_pointers.cpp do overlap here.
#include <cstdio>

static void halves(const int *in, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    if (in[i] % 3)
      out[i] = in[i] + in[i + 1];
}

static int spread(const int *in, int *out, int n) {
  int k = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    if (in[i] % 3)
      out[k++] = in[i] + 5;
  return k;
}

int main() {
  int a[101];
  for (int i = 0; i < 101; ++i)
    a[i] = i * 37 % 100 - 40;
  halves(a, a + 1, 99);
  int k = spread(a, a + 2, 98);
  for (int x : a)
    std::printf("%d ", x);
  std::printf("%d\n", k);
}
