// Annotated loops in annotated loops, in the same function and through calls; recursion.
#include <cstdio>
#include <vector>

static long inner(int i, int *row, int n) {
  long sum = 0;
  [[mp::parallel_map]]
  for (int k = 0; k < n; ++k) {
    row[k] = i * k;
    sum += row[k];
  }
  return sum;
}

static int depth(int d) {
  int all[3] = {};
  [[mp::parallel_map]]
  for (int k = 0; k < 3; ++k)
    all[k] = d > 0 ? depth(d - 1) + k : k;
  return all[0] + all[1] * 2 + all[2] * 3;
}

int main() {
  static int cells[25][12];
  std::vector<long> sums(25);
  int more[25][6];
  long total = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 25; ++i) {
    sums[i] = inner(i, cells[i], 12);
    total += sums[i];
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 25; ++i) {
    [[mp::parallel_map]]
    for (int j = 0; j < 6; ++j)
      more[i][j] = i - j;
  }
  for (auto &r : cells)
    for (int x : r)
      std::printf("%d ", x);
  for (auto &r : more)
    for (int x : r)
      std::printf("%d ", x);
  std::printf("%ld %d\n", total, depth(3));
}
