// Elements that are containers: rows that grow, rows of strings, maps, written inside.
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <vector>

int main() {
  std::vector<std::vector<int>> rows(30), fixed(30, std::vector<int>(8));
  std::vector<std::vector<std::string>> words(30);
  std::vector<std::map<std::string, int>> maps(30);
  std::vector<std::set<int>> sets(30, std::set<int>{500});
  [[mp::parallel_map]]
  for (int y = 0; y < 30; ++y) {
    for (int x = 0; x < y; ++x)
      rows[y].push_back(x * y);
    for (int x = 0; x < 8; ++x)
      fixed[y][x] = x + 10 * y;
    words[y].emplace_back(std::string(y, 'w'));
    words[y].push_back("end");
    maps[y]["y"] = y;
    maps[y][std::to_string(y % 3)] += 2;
    sets[y].insert(y % 7);
    sets[y].erase(500);
  }
  for (int y = 0; y < 30; ++y) {
    for (int x : rows[y])
      std::printf("%d ", x);
    for (int x : fixed[y])
      std::printf("%d ", x);
    for (auto &s : words[y])
      std::printf("%s ", s.c_str());
    for (auto &m : maps[y])
      std::printf("%s=%d ", m.first.c_str(), m.second);
    for (int x : sets[y])
      std::printf("%d ", x);
    std::puts("");
  }
}
