// A tail throws (at() out of range, a limit): what came before it stays, nothing behind it. (With
// names that could meet emitted ones.)
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

class Limited {
public:
  void add(int x) {
    if (values.size() == 25)
      throw std::length_error("full at " + std::to_string(x));
    values.push_back(x);
  }
  std::vector<int> values;
};

int main() {
  std::vector<int> count(20);
  Limited limited;
  int out[80] = {}, i, follow = 0, after = 0;
  try {
    [[mp::parallel_map]]
    for (i = 0; i < 80; ++i) {
      out[i] = i;
      ++follow;
      count.at(i / 2) += i;
      ++after;
    }
  } catch (const std::out_of_range &) {
    std::printf("caught at %d\n", i);
  }
  std::printf("%d %d\n", follow, after);
  for (int x : out)
    std::printf("%d ", x);
  try {
    [[mp::parallel_map]]
    for (i = 0; i < 80; ++i) {
      int x = i * 3;
      limited.add(x);
    }
  } catch (const std::length_error &e) {
    std::printf("%s at %d\n", e.what(), i);
  }
  for (int x : count)
    std::printf("%d ", x);
  std::printf("%zu\n", limited.values.size());
}
