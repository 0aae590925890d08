// Reversed in place: each pair of elements belongs to one iteration.
#include <cstdio>
#include <utility>

int main() {
  int a[51];
  for (int i = 0; i < 51; i++)
    a[i] = i * i;
  [[mp::parallel_map]]
  for (int i = 0; i < 25; i++)
    std::swap(a[i], a[50 - i]);
  for (int x : a)
    std::printf("%d ", x);
  std::puts("");
}
