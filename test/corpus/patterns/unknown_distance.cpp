// RUNS: both
// a[i + m]: ahead or the same it may be, behind it may not; known when the loop
// is entered.
#include <cstdio>

static void blend(int *a, int first, int end, int m) {
  [[mp::parallel_map]]
  for (int i = first; i < end; i++)
    a[i] = (a[i] + 2 * a[i + m]) % 1009;
}

int main() {
  int a[100];
  for (int i = 0; i < 100; i++)
    a[i] = i * 7 % 13;
  blend(a, 0, 80, 5);
  blend(a, 0, 80, 0);
  blend(a, 0, 50, 50);
  blend(a, 10, 90, -3);
  blend(a, 60, 100, -60);
  for (int x : a)
    std::printf("%d ", x);
  std::puts("");
}
