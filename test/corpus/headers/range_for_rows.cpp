// Range loops in range loops: rows of arrays, nested containers, members of elements.
#include <array>
#include <cstdio>
#include <string>
#include <vector>

struct Cell {
  int total = 0, parts[3] = {1, 2, 3};
  std::vector<int> values;
};

int main() {
  int grid[9][7], cube[5][4][3];
  std::vector<std::vector<int>> rows(12);
  std::array<std::array<double, 4>, 20> table{};
  std::vector<Cell> cells(15);
  std::vector<std::string> words(10);
  int k = 0;
  for (auto &row : grid)
    for (int &x : row)
      x = ++k % 11;
  for (auto &row : rows)
    row.assign(std::size_t(++k % 5), k);
  for (auto &cell : cells)
    cell.values.assign(std::size_t(++k % 4), k);
  for (auto &word : words)
    word.assign(std::size_t(++k % 6), 'a');

  [[mp::parallel_map]]
  for (auto &row : grid)
    for (auto &x : row)
      x = x * x - 1;
  [[mp::parallel_map]]
  for (auto &plane : cube)
    for (auto &row : plane)
      for (int &x : row)
        x = grid[3][int(&row - &plane[0])] + int(&x - &row[0]);
  [[mp::parallel_map]]
  for (auto &row : grid)
    for (int &x : row)
      if (x > 20)
        x = 20;
  [[mp::parallel_map]]
  for (auto &row : rows)
    for (int &x : row)
      x += 3;
  double scale[4];
  [[mp::parallel_map]]
  for (auto &row : table) {
    for (double &x : scale)
      x = double(&row - &table[0]);
    for (double x : scale)
      row[1] += x;
    for (auto &x : row)
      x += 0.5;
  }
  [[mp::parallel_map]]
  for (Cell &cell : cells) {
    for (int &x : cell.parts)
      if (x != 2)
        x += int(cell.values.size());
    for (int x : cell.values)
      cell.total += x;
  }
  [[mp::parallel_map]]
  for (auto &word : words)
    for (char &c : word)
      c = char(c + int(word.size()));
  int best = 0;
  [[mp::parallel_map]]
  for (const auto &row : rows)
    for (int x : row)
      if (x > best)
        best = x;

  for (auto &row : grid)
    for (int x : row)
      std::printf("%d ", x);
  for (auto &plane : cube)
    for (auto &row : plane)
      for (int x : row)
        std::printf("%d ", x);
  for (auto &row : rows)
    for (int x : row)
      std::printf("%d ", x);
  for (auto &row : table)
    for (double x : row)
      std::printf("%g ", x);
  for (auto &cell : cells)
    std::printf("%d:%d,%d,%d ", cell.total, cell.parts[0], cell.parts[1], cell.parts[2]);
  for (auto &word : words)
    std::printf("%s ", word.c_str());
  std::printf("%g %d\n", scale[3], best);
}
