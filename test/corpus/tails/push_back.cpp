// Ordered collection: push_back, emplace_back, insert, a map of counts.
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

int main() {
  std::vector<int> all;
  std::vector<std::pair<int, std::string>> pairs;
  std::set<std::string> names;
  std::map<int, long> count;
  std::string text;
  [[mp::parallel_map]]
  for (int i = 0; i < 150; ++i) {
    int x = i * 37 % 101;
    if (x % 3)
      all.push_back(x);
    pairs.emplace_back(x, std::to_string(i));
    names.insert(std::to_string(x));
    count[x % 7] += i;
    text += static_cast<char>('a' + x % 26);
  }
  for (int x : all)
    std::printf("%d ", x);
  for (auto &p : pairs)
    std::printf("%d:%s ", p.first, p.second.c_str());
  for (auto &s : names)
    std::printf("%s ", s.c_str());
  for (auto &c : count)
    std::printf("%d=%ld ", c.first, c.second);
  std::printf("\n%s\n", text.c_str());
}
