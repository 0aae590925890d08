// Elements that are written only sometimes keep what they had; other parts of the same array
// are written by a tail-free later loop.
#include <cstdio>
#include <string>
#include <vector>

int main() {
  std::vector<int> v(120, 5);
  std::vector<std::string> s(120, "old");
  for (int round = 0; round < 3; ++round) {
    [[mp::parallel_map]]
    for (int i = 0; i < 120; ++i) {
      if (i % (round + 3) == 0)
        v[i] += i;
      if ((i + round) % 4 == 1)
        s[i] += std::to_string(v[i]);
    }
  }
  for (int x : v)
    std::printf("%d ", x);
  for (auto &x : s)
    std::printf("%s ", x.c_str());
  std::puts("");
}
