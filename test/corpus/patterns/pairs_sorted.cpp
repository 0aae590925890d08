// Odd-even sort: a pass compares disjoint pairs.
#include <cstdio>
#include <utility>

int main() {
  int a[60], b[60];
  for (int i = 0; i < 60; i++)
    a[i] = b[i] = i * 37 % 61;
  for (int pass = 0; pass < 8; pass++) {
    [[mp::parallel_map]]
    for (int i = 0; i < 30; i++)
      if (a[2 * i] > a[2 * i + 1]) {
        int t = a[2 * i];
        a[2 * i] = a[2 * i + 1];
        a[2 * i + 1] = t;
      }
    [[mp::parallel_map]]
    for (int i = 1; i < 59; i += 2)
      if (b[i] > b[i + 1])
        std::swap(b[i], b[i + 1]);
  }
  for (int i = 0; i < 60; i++)
    std::printf("%d %d\n", a[i], b[i]);
}
