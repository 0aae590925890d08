// Rows that are one object: vector of pointers, shared_ptr, references in a struct.
// VERDICT: any
// RUNS: any
#include <cstdio>
#include <memory>
#include <vector>

struct Cell {
  int value = 1;
};

int main() {
  std::vector<Cell> cells(10);
  std::vector<Cell *> pointers;
  std::vector<std::shared_ptr<Cell>> shared;
  auto one = std::make_shared<Cell>();
  for (int i = 0; i < 30; ++i) {
    pointers.push_back(&cells[i * 3 % 10]);
    shared.push_back(one);
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i)
    pointers[i]->value = pointers[i]->value * 2 + i % 3;
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i)
    shared[i]->value += shared[i]->value % 7 + i;
  for (auto &c : cells)
    std::printf("%d ", c.value);
  std::printf("%d\n", one->value);
}
