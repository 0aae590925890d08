// Every second point from its neighbours, which this pass does not write.
#include <cstdio>

static double a[101], plane[21][16];

int main() {
  for (int i = 0; i <= 100; i++)
    a[i] = i * 7 % 11;
  for (int y = 0; y < 21; y++)
    for (int x = 0; x < 16; x++)
      plane[y][x] = y * x % 13;
  for (int pass = 0; pass < 3; pass++) {
    [[mp::parallel_map]]
    for (int i = 0; i < 50; i++)
      a[2 * i + 1] = (a[2 * i] + a[2 * i + 2]) / 2;
    [[mp::parallel_map]]
    for (int i = 2; i < 100; i += 2)
      a[i] = (a[i - 1] + a[i + 1]) / 2;
    [[mp::parallel_map]]
    for (int y = 1; y < 20; y += 2) // every second row
      for (int x = 1; x < 15; x++)
        plane[y][x] = (plane[y - 1][x] + plane[y + 1][x] + plane[y][x - 1]) / 3;
  }
  for (double x : a)
    std::printf("%a ", x);
  for (auto &row : plane)
    for (double x : row)
      std::printf("%a ", x);
  std::puts("");
}
