// Neighbours are swapped: a pass of bubble sort.
// VERDICT: any
#include <algorithm>
#include <cstdio>

int main() {
  int a[60];
  for (int i = 0; i < 60; ++i)
    a[i] = i * 37 % 61;
  [[mp::parallel_map]]
  for (int i = 0; i < 59; ++i)
    if (a[i] > a[i + 1])
      std::swap(a[i], a[i + 1]);
  for (int x : a)
    std::printf("%d ", x);
  std::puts("");
}
