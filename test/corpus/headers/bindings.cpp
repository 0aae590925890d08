// Structured bindings in a range-for, written to and only read.
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

struct Entry {
  int key;
  double value;
  std::string name;
};

int main() {
  std::vector<std::pair<int, int>> pairs;
  std::vector<Entry> entries;
  for (int i = 0; i < 45; ++i) {
    pairs.emplace_back(i, 0);
    entries.push_back({i, i / 4.0, "n"});
  }
  [[mp::parallel_map]]
  for (auto &[from, to] : pairs)
    to = from * from;
  [[mp::parallel_map]]
  for (auto &[key, value, name] : entries) {
    value *= key;
    name += std::to_string(key);
  }
  double sum = 0;
  [[mp::parallel_map]]
  for (const auto &[key, value, name] : entries)
    sum += key * value / static_cast<double>(name.size());
  for (auto &p : pairs)
    std::printf("%d %d\n", p.first, p.second);
  for (auto &e : entries)
    std::printf("%d %a %s\n", e.key, e.value, e.name.c_str());
  std::printf("%a\n", sum);
}
