// RUNS: both
// The distance is as long as the loop: what is read, no iteration wrote. One
// less, and the loop runs serially.
#include <cstdio>

static void fold(int *a, int n, int apart) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    a[i + apart] = (a[i] * 3 + a[i + apart]) % 1009;
}

int main() {
  int a[130];
  for (int i = 0; i < 130; i++)
    a[i] = i * i % 53;
  fold(a, 64, 64);
  fold(a, 65, 64);
  fold(a, 100, 30);
  fold(a, 2, 1);
  fold(a, 1, 1);
  for (int x : a)
    std::printf("%d ", x);
  std::puts("");
}
