// A loop that runs before main, in the initialiser of a global, and one in a destructor.
#include <cstdio>
#include <vector>

struct Table {
  std::vector<int> cells = std::vector<int>(40);
  Table() {
    [[mp::parallel_map]]
    for (int i = 0; i < 40; ++i)
      cells[i] = i * i;
  }
  ~Table() {
    int sum = 0;
    [[mp::parallel_map]]
    for (int i = 0; i < 40; ++i)
      sum += cells[i];
    std::printf("%d\n", sum);
  }
};

static Table table;

int main() {
  for (int x : table.cells)
    std::printf("%d ", x);
  std::puts("");
}
