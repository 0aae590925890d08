// C arrays of one, two and three dimensions; the loop variable in any of them.
#include <cstdio>

static int one[40], two[12][17], three[5][6][7];

int main() {
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i)
    one[i] = i * 3;
  [[mp::parallel_map]]
  for (int y = 0; y < 12; ++y)
    for (int x = 0; x < 17; ++x)
      two[y][x] = y * 100 + x;
  [[mp::parallel_map]]
  for (int x = 0; x < 17; ++x)
    for (int y = 0; y < 12; ++y)
      two[y][x] += one[x];
  [[mp::parallel_map]]
  for (int i = 0; i < 6; ++i)
    for (int j = 0; j < 5; ++j)
      for (int k = 0; k < 7; ++k)
        three[j][i][k] = i + 10 * j + 100 * k;
  [[mp::parallel_map]]
  for (int i = 0; i < 5; ++i)
    three[i][i][i] = -i;
  for (auto &r : two)
    for (int x : r)
      std::printf("%d ", x);
  for (auto &p : three)
    for (auto &r : p)
      for (int x : r)
        std::printf("%d ", x);
  std::puts("");
}
