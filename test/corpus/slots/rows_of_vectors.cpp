// A grid as a vector of vectors, by row references; three dimensions; rows of another length.
#include <cstdio>
#include <string>
#include <vector>

int main() {
  std::vector<std::vector<double>> grid(20, std::vector<double>(9)), next = grid;
  std::vector<std::vector<std::vector<int>>> cube(
      10, std::vector<std::vector<int>>(4, std::vector<int>(3)));
  std::vector<std::string> canvas(15, std::string(12, '.'));
  [[mp::parallel_map]]
  for (std::size_t y = 0; y < grid.size(); ++y) {
    auto &row = grid[y];
    for (std::size_t x = 0; x < row.size(); ++x)
      row[x] = static_cast<double>(x * y) / 3;
  }
  [[mp::parallel_map]]
  for (std::size_t y = 1; y < 20; ++y)
    for (std::size_t x = 1; x < 8; ++x)
      next[y][x] = (grid[y - 1][x] + grid[y][x - 1] + grid[y][x + 1]) / 3;
  [[mp::parallel_map]]
  for (int i = 0; i < 10; ++i)
    for (int j = 0; j < 4; ++j)
      for (int k = 0; k < 3; ++k)
        cube[i][j][k] = 100 * i + 10 * j + k;
  [[mp::parallel_map]]
  for (int y = 0; y < 15; ++y)
    for (int x = 0; x < 12; ++x)
      if (x * x + y * y < 120)
        canvas[y][x] = '#';
  for (auto &r : next)
    for (double x : r)
      std::printf("%a ", x);
  for (auto &p : cube)
    for (auto &r : p)
      for (int x : r)
        std::printf("%d ", x);
  for (auto &s : canvas)
    std::printf("%s\n", s.c_str());
}
