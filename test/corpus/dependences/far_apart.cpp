// The distance is as long as the loop, or the steps go past it: what is read,
// no iteration wrote.
#include <cstdio>

int main() {
  int a[128], table[40], b[4] = {5, 6, 7, 8};
  for (int i = 0; i < 128; i++)
    a[i] = i * 7 % 31;
  for (int i = 0; i < 40; i++)
    table[i] = i * i;
  [[mp::parallel_map]]
  for (int i = 0; i < 64; i++)
    a[i + 64] = a[i] * 3;
  [[mp::parallel_map]]
  for (int i = 2; i < 4; i++)
    b[i] = b[i - 2] - 1;
  [[mp::parallel_map]]
  for (int i = 4; i < 40; i += 4) // written: 4, 8, ..; read: 1, 5, ..
    table[i] = table[i - 3] + 1;
  for (int x : a)
    std::printf("%d ", x);
  for (int x : table)
    std::printf("%d ", x);
  std::printf("%d %d\n", b[2], b[3]);
}
