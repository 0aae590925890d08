// std::array: plain, of arrays, in a vector; written whole and by element.
#include <array>
#include <cstdio>
#include <vector>

int main() {
  std::array<int, 37> a{};
  std::array<std::array<double, 4>, 20> b{};
  std::vector<std::array<int, 3>> c(26);
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < a.size(); ++i)
    a[i] = static_cast<int>(i) - 9;
  [[mp::parallel_map]]
  for (int i = 0; i < 20; ++i)
    for (int j = 0; j < 4; ++j)
      b[i][j] = i - j / 8.0;
  [[mp::parallel_map]]
  for (int i = 0; i < 26; ++i) {
    c[i] = {i, i + 1, i + 2};
    c.at(i).at(1) = -1;
  }
  for (int x : a)
    std::printf("%d ", x);
  for (auto &r : b)
    for (double x : r)
      std::printf("%a ", x);
  for (auto &r : c)
    std::printf("%d,%d,%d ", r[0], r[1], r[2]);
  std::puts("");
}
