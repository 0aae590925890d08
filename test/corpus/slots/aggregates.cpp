// Aggregates, pairs, tuples, optionals, variants and unique_ptr as elements.
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

struct Point {
  int x, y;
};
struct Record {
  std::string name;
  std::vector<double> values;
  Point where;
  std::pair<int, std::string> tag;
};

int main() {
  const int n = 24;
  std::vector<Record> records(n);
  std::vector<std::tuple<int, std::string, double>> tuples(n);
  std::vector<std::optional<std::string>> maybe(n, std::string("old"));
  std::vector<std::variant<int, std::string>> either(n);
  std::vector<std::unique_ptr<Point>> owned(n);
  owned[5] = std::make_unique<Point>(Point{9, 9});
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    records[i] = Record{std::to_string(i), {i / 2.0, i / 4.0}, {i, -i}, {i, "tag"}};
    tuples[i] = std::make_tuple(i, std::string(i, 't'), i * 0.1);
    if (i % 3 == 0)
      maybe[i].reset();
    else
      maybe[i] = std::to_string(i * i);
    if (i % 2)
      either[i] = "odd " + std::to_string(i);
    else
      either[i] = i;
    if (i % 4)
      owned[i] = std::make_unique<Point>(Point{i, i + 1});
  }
  for (int i = 0; i < n; ++i) {
    const Record &r = records[i];
    std::printf("%s %a %a %d %d %d %s | ", r.name.c_str(), r.values[0], r.values[1], r.where.x,
                r.where.y, r.tag.first, r.tag.second.c_str());
    std::printf("%d %s %a | ", std::get<0>(tuples[i]), std::get<1>(tuples[i]).c_str(),
                std::get<2>(tuples[i]));
    std::printf("%s | ", maybe[i] ? maybe[i]->c_str() : "none");
    if (either[i].index() == 0)
      std::printf("%d | ", std::get<0>(either[i]));
    else
      std::printf("%s | ", std::get<1>(either[i]).c_str());
    std::printf("%d\n", owned[i] ? owned[i]->x * 100 + owned[i]->y : -1);
  }
}
