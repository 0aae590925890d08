// Elements that are hash maps: their order of iteration is that of the serial loop.
#include <cstdio>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

int main() {
  std::vector<std::unordered_map<std::string, int>> maps(20);
  std::vector<std::unordered_set<int>> sets(20, std::unordered_set<int>{1, 2, 3});
  [[mp::parallel_map]]
  for (int i = 0; i < 20; ++i) {
    for (int k = 0; k < 3 * i; ++k)
      maps[i]["key" + std::to_string(k * 7 % 31)] += k;
    for (int k = 0; k < i; ++k)
      sets[i].insert(k * 97 % 50);
    sets[i].erase(2);
  }
  for (int i = 0; i < 20; ++i) {
    maps[i]["after"] = 1;
    sets[i].insert(777);
    for (auto &e : maps[i])
      std::printf("%s=%d ", e.first.c_str(), e.second);
    for (int x : sets[i])
      std::printf("%d ", x);
    std::puts("");
  }
}
