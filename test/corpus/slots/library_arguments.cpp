// Members of the library that write what they are given.
#include <array>
#include <cstdio>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

int main() {
  std::vector<std::vector<int>> rows(30);
  std::vector<std::string> words(30, "initial"), parts(30);
  std::vector<std::unique_ptr<int>> owners(30);
  std::vector<std::optional<int>> maybe(30);
  std::vector<std::pair<int, int>> pairs(30);
  std::vector<std::array<int, 2>> arrays(30);
  std::vector<std::size_t> used(30);
  std::vector<std::list<int>> lists(30), from(30, std::list<int>{1, 2, 3});
  char letters[30][4] = {}, more[30][3] = {};
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i) {
    std::vector<int> row(std::size_t(i % 5), i);
    row.swap(rows[i]);
    std::string word(std::size_t(i % 7), 'x');
    word.swap(words[i]);
    parts[i] = word;
    auto owner = std::make_unique<int>(i);
    owner.swap(owners[i]);
    std::optional<int> value = i * 2;
    value.swap(maybe[i]);
    std::pair<int, int> pair(i, -i);
    pair.swap(pairs[i]);
    std::array<int, 2> two = {i, i + 1};
    two.swap(arrays[i]);
    std::to_string(i * 1001).copy(letters[i], 3);
    std::string_view(words[i]).copy(more[i], 2);
    std::stoi(std::to_string(i) + "end", &used[i]);
    lists[i].splice(lists[i].end(), from[i], from[i].begin());
  }
  for (int i = 0; i < 30; ++i)
    std::printf("%zu %s %s %d %d %d %d %.3s %.2s %zu %zu %zu\n", rows[i].size(), words[i].c_str(),
                parts[i].c_str(), *owners[i], *maybe[i], pairs[i].second, arrays[i][1], letters[i],
                more[i], used[i], lists[i].size(), from[i].size());
}
