// A pointer as loop variable, upwards, downwards and with a step.
#include <cstdio>

int main() {
  static int a[90];
  int *p, *end = a + 90;
  [[mp::parallel_map]]
  for (p = a; p < end; ++p)
    *p = static_cast<int>(p - a) * 3;
  std::printf("%td\n", p - a);
  [[mp::parallel_map]]
  for (int *q = a + 89; q >= a + 10; q -= 1)
    *q += 1000;
  [[mp::parallel_map]]
  for (p = a; p != end; p += 3) {
    p[1] = p[0] + 7;
    p[2] = 5;
  }
  std::printf("%td\n", p - a);
  for (int x : a)
    std::printf("%d ", x);
  std::puts("");
}
