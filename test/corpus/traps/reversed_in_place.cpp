// swap(a[i], a[n-1-i]): up to the middle it is independent, up to the end it is not.
// VERDICT: any
// RUNS: any
#include <cstdio>
#include <utility>

static void turn(int *a, int n, int end) {
  [[mp::parallel_map]]
  for (int i = 0; i < end; ++i)
    std::swap(a[i], a[n - 1 - i]);
}

int main() {
  int a[51], b[51];
  for (int i = 0; i < 51; ++i)
    a[i] = b[i] = i * i;
  turn(a, 51, 25);
  turn(b, 51, 40);
  for (int i = 0; i < 51; ++i)
    std::printf("%d %d\n", a[i], b[i]);
}
