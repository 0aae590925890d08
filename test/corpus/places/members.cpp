// Loops in members: this->, members by name, a const member, a static member, a lambda in one.
#include <cstdio>
#include <vector>

class Grid {
public:
  Grid(int w, int h) : width(w), height(h), cells(w * h), rows(h) {
    [[mp::parallel_map]]
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x)
        cells[y * width + x] = x * y;
      this->rows[y] = y;
    }
  }
  void scale(int by) {
    [[mp::parallel_map]]
    for (std::size_t i = 0; i < cells.size(); ++i) {
      this->cells[i] *= by;
      total += cells[i];
      ++calls;
    }
  }
  long sum() const {
    long s = 0;
    [[mp::parallel_map]]
    for (int y = 0; y < height; ++y)
      s = s * 7 + at(y, y % width);
    return s;
  }
  void shift() {
    auto work = [this](int from) {
      [[mp::parallel_map]]
      for (int y = from; y < height; ++y)
        rows[y] += calls + width;
    };
    work(1);
  }
  int at(int y, int x) const { return cells[y * width + x]; }
  static int calls;
  long total = 0;
  int width, height;
  std::vector<int> cells;
  std::vector<double> rows;
};
int Grid::calls = 0;

int main() {
  Grid g(9, 14);
  g.scale(3);
  g.shift();
  g.scale(-1);
  for (int x : g.cells)
    std::printf("%d ", x);
  for (double x : g.rows)
    std::printf("%a ", x);
  std::printf("%ld %ld %d\n", g.sum(), g.total, Grid::calls);
}
