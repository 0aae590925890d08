// Parts of one object, some of which are scratch and others results.
#include <array>
#include <cstdio>
#include <utility>
#include <vector>

struct Parts {
  int number = 1;
  int sum = 2;
  int out[12] = {};
  std::vector<int> list = std::vector<int>(12);
  std::pair<int, int> pair{3, 4};
};

int main() {
  Parts p;
  int fixed[4] = {1, 2, 3, 4};
  std::array<int, 4> array{1, 2, 3, 4};
  std::vector<unsigned> values(4, 7u);
  unsigned total = 1;
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    p.number = i * 2;
    p.out[i] = p.number + 1;
    p.list[i] = p.number - 1;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    p.pair.first = i;
    p.sum += p.pair.first;
    p.pair.second += i;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    fixed[0] = i;
    fixed[1] = fixed[0] * 2;
    fixed[3] += fixed[1];
    array[0] = i;
    if (i == 3)
      array[2] = array[0] + 5;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    values[0] = i;
    values[1] = values[0] * 3;
    total += values[1];
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    for (int k = 0; k < 4; k++)
      values[k] = i * k;
    total += values[2];
  }
  printf("%d %d %d %d %u\n", p.number, p.sum, p.pair.first, p.pair.second, total);
  for (int i = 0; i < 12; i++)
    printf("%d %d ", p.out[i], p.list[i]);
  for (int i = 0; i < 4; i++)
    printf("%d %d %u ", fixed[i], array[i], values[i]);
  printf("\n");
  return 0;
}
