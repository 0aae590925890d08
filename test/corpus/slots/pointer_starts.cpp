// Pointers and iterators that start in the middle of an array of arrays, or
// where it can't be seen.
#include <array>
#include <cstdio>
#include <vector>

static int a[5][10], b[8][3], c[4][5][6];
static int left[40], right[40];

static int f(int k) { return k * 7 % 31 + 1; }

static void some(int *p, int *q, bool first, std::vector<int> &v) {
  [[mp::parallel_map]]
  for (int *at = first ? p : q; at != q + 20; ++at)
    *at = f(static_cast<int>(q + 20 - at));
  auto one = v.begin(), other = v.begin() + 5;
  [[mp::parallel_map]]
  for (auto it = first ? one : other; it != v.end(); ++it)
    *it = f(*it);
}

int main() {
  [[mp::parallel_map]]
  for (int *p = a[3] + 2; p < a[3] + 9; ++p)
    *p = f(static_cast<int>(p - a[0]));
  [[mp::parallel_map]]
  for (int(*row)[3] = b + 2; row < b + 7; ++row)
    for (int k = 0; k < 3; ++k)
      if (k != 1)
        (*row)[k] = static_cast<int>(row - b) * 10 + k;
  [[mp::parallel_map]]
  for (int(*row)[6] = c[1] + 1; row < c[1] + 5; ++row)
    for (int k = 0; k < 6; ++k)
      row[0][k] = static_cast<int>(row - c[0]) * 10 + k;
  [[mp::parallel_map]]
  for (int(*plane)[5][6] = c + 3; plane >= c + 2; --plane)
    for (int j = 0; j < 5; ++j)
      for (int k = 0; k < 6; ++k)
        plane[0][j][k] += static_cast<int>(plane - c) * 100 + j * 10 + k;
  std::vector<std::array<int, 4>> rows(30);
  [[mp::parallel_map]]
  for (auto it = rows.begin() + 7; it != rows.end(); ++it)
    for (int k = 0; k < 4; ++k)
      (*it)[k] = static_cast<int>(it - rows.begin()) * 4 + k;
  std::vector<int> v(25, 3);
  some(left + 1, left + 10, true, v);
  some(right + 1, right + 10, false, v);
  for (auto &row : a)
    for (int k : row)
      std::printf("%d ", k);
  for (auto &row : b)
    std::printf("\n%d %d %d", row[0], row[1], row[2]);
  for (auto &plane : c)
    for (auto &row : plane)
      std::printf("\n%d %d %d", row[0], row[1], row[5]);
  for (auto &row : rows)
    std::printf("\n%d %d", row[0], row[3]);
  for (int k = 0; k < 40; ++k)
    std::printf("\n%d %d", left[k], right[k]);
  for (int k : v)
    std::printf(" %d", k);
  std::puts("");
}
