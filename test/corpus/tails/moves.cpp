// What is collected is moved: strings, rows, unique_ptr, pairs.
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

struct Item {
  int id;
  std::vector<int> parts;
};

int main() {
  std::vector<std::string> names;
  std::vector<std::unique_ptr<Item>> items;
  std::vector<std::pair<std::string, std::vector<int>>> rows;
  std::vector<int> flat;
  [[mp::parallel_map]]
  for (int i = 0; i < 45; ++i) {
    std::string s(i + 10, static_cast<char>('a' + i % 26));
    std::vector<int> row;
    for (int k = 0; k < i % 5; ++k)
      row.push_back(k * i);
    flat.insert(flat.end(), row.begin(), row.end());
    auto item = std::make_unique<Item>(Item{i, row});
    if (i % 2)
      items.push_back(std::move(item));
    rows.emplace_back(s, std::move(row));
    names.push_back(std::move(s));
  }
  for (auto &s : names)
    std::printf("%s ", s.c_str());
  for (auto &p : items)
    std::printf("%d/%zu ", p->id, p->parts.size());
  for (auto &r : rows)
    std::printf("%s:%zu ", r.first.c_str(), r.second.size());
  for (int x : flat)
    std::printf("%d ", x);
  std::puts("");
}
