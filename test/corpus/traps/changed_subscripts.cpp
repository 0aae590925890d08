// Subscripts, bounds and sizes that look as if they stayed the same, but that
// the loop writes itself: members, elements, what pointers lead to.

#include <array>
#include <cstdio>
#include <vector>

int grid[12][10];
int at[4];

struct Cursor {
  int n = 0, low = 0;
  int get() const { return n; }
  void set(int x) { n = x; }
};

static void elements() {
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    at[1] = i % 7;
    grid[i][at[1]] = i + 1;
  }
}

static void members(Cursor &c, Cursor *p) {
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    c.n = i % 5;
    grid[i][c.n] += i;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    p->set(i % 3);
    grid[i][p->get() + 4] = i * 2;
  }
  // A copy is what the member was.
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    c.n = i % 4;
    int was = c.n;
    c.n = 9;
    grid[i][was] ^= 3;
  }
}

static void bounds(Cursor &c, int *k) {
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    c.n = i % 6;
    for (int j = 0; j < c.n; j++)
      grid[i][j] += i + j;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    *k = i % 8;
    for (int j = *k; j < 10; j++)
      grid[i][j] -= j;
  }
}

class Table {
public:
  void run() {
    [[mp::parallel_map]]
    for (int i = 0; i < 12; i++) {
      column = i % 5;
      cells[i][column] = i + 1;
    }
    [[mp::parallel_map]]
    for (int i = 0; i < 12; i++)
      for (column = 0; column < 3; column++)
        cells[i][column] += column;
  }
  void print() const {
    for (auto &row : cells)
      for (int x : row)
        std::printf("%d ", x);
    std::printf("%d\n", column);
  }

private:
  int column = 0;
  int cells[12][6] = {};
};

static void sizes() {
  static std::vector<int> work;
  static std::array<int, 2> end;
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    work.assign(static_cast<std::size_t>(i % 5 + 1), i);
    grid[i][work.size()] = i;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    end[1] = i % 9;
    grid[i][end[1]] = -i;
  }
  std::printf("%zu %d\n", work.size(), end[1]);
}

int main() {
  Cursor c, d;
  int k = 0;
  elements();
  members(c, &d);
  bounds(c, &k);
  Table t;
  t.run();
  t.print();
  sizes();
  for (auto &row : grid)
    for (int x : row)
      std::printf("%d ", x);
  std::printf("\n%d %d %d %d\n", at[1], c.n, d.n, k);
}
