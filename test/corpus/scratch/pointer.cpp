// An outer pointer and an outer iterator that each iteration sets first.
#include <cstdio>
#include <vector>

int main() {
  static double a[50][4];
  std::vector<int> in(50, 3);
  double *p = nullptr;
  const int *q = nullptr;
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i) {
    p = a[i];
    q = &in[49 - i];
    p[0] = i + *q;
    p[3] = p[0] * 2;
  }
  std::printf("%td %td\n", p - a[0], q - in.data());
  for (auto &r : a)
    std::printf("%a %a\n", r[0], r[3]);
}
