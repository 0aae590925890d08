// Outer memory is freed and replaced in the loop.
// VERDICT: any
#include <cstdio>
#include <cstdlib>

int main() {
  int *rows[20];
  for (int i = 0; i < 20; ++i) {
    rows[i] = static_cast<int *>(std::malloc(4 * sizeof(int)));
    for (int k = 0; k < 4; ++k)
      rows[i][k] = i * k;
  }
  int sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 20; ++i) {
    int *row = static_cast<int *>(std::malloc(2 * sizeof(int)));
    row[0] = rows[i][3];
    row[1] = -i;
    std::free(rows[i]);
    rows[i] = row;
    sum += row[0];
  }
  for (int *row : rows) {
    std::printf("%d %d ", row[0], row[1]);
    std::free(row);
  }
  std::printf("%d\n", sum);
}
