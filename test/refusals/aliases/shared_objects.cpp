// shared_ptr elements may share.
#include <memory>
#include <vector>

struct Cell {
  int value = 0;
};

void f(std::vector<std::shared_ptr<Cell>> &cells) {
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < cells.size(); ++i)
    cells[i]->value = cells[i]->value * 2 + 1; // expect-error {{mp-unknown-write|mp-carried|mp-may-alias|mp-transport|mp-worker-pointer}}
  // expect-note@-1?
}
