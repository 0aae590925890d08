// The whole loop is in a macro.
// VERDICT: any
#include <cstdio>

#define FILL(array, n, value)                                                                      \
  [[mp::parallel_map]]                                                                             \
  for (int i = 0; i < (n); ++i)                                                                    \
    (array)[i] = (value)

int main() {
  int a[40], b[30];
  FILL(a, 40, i * 3);
  FILL(b, 30, a[i] - 1);
  for (int x : a)
    std::printf("%d ", x);
  for (int x : b)
    std::printf("%d ", x);
  std::puts("");
}
