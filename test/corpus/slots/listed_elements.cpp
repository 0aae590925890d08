// Elements of lists, maps and sets that each iteration reads and writes for itself.
#include <cmath>
#include <cstdio>
#include <forward_list>
#include <list>
#include <map>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

static double slow(double x) {
  for (int k = 0; k < 50; ++k)
    x = std::sin(x + k);
  return x;
}

class Body {
public:
  explicit Body(double x) : x(x) {}
  void move(double dt) {
    v += slow(x) * dt;
    x += v * dt;
    track.push_back(x);
  }
  double x;
  std::vector<double> track;
  double v = 0;
};

struct Row {
  int id;
  double cells[5];
  std::string label;
};

int main() {
  std::list<double> list;
  std::map<std::string, double> map;
  std::unordered_map<int, Row> rows;
  std::forward_list<std::vector<int>> lists;
  std::list<Body> bodies;
  for (int i = 0; i < 70; ++i) {
    list.push_back(i * 0.5);
    map["key" + std::to_string(i)] = i;
    rows[i * 7] = Row{i, {i * 1.0, 2, 3, 4, 5}, "row"};
    lists.push_front(std::vector<int>(static_cast<size_t>(i % 5), i));
    bodies.emplace_back(i * 0.1);
  }
  [[mp::parallel_map]]
  for (double &x : list)
    x = slow(x);
  [[mp::parallel_map]]
  for (auto &[key, value] : map)
    value += slow(value) + static_cast<double>(key.size());
  [[mp::parallel_map]]
  for (auto &entry : map) {
    entry.second *= 2;
    if (entry.second > 20)
      entry.second = slow(entry.second) - entry.second;
  }
  double total = 0;
  [[mp::parallel_map]]
  for (auto &entry : rows) {
    Row &row = entry.second;
    double sum = 0;
    for (double &cell : row.cells) {
      cell = slow(cell + row.id);
      sum += cell;
    }
    row.label += std::to_string(sum);
    total += sum;
  }
  [[mp::parallel_map]]
  for (std::vector<int> &l : lists) {
    for (int &n : l)
      n = static_cast<int>(1000 * slow(n));
    l.push_back(static_cast<int>(l.size()));
  }
  [[mp::parallel_map]]
  for (Body &b : bodies)
    b.move(0.25);
  [[mp::parallel_map]]
  for (Body &b : bodies)
    if (b.v > 0) {
      b.x = slow(b.x);
      if (b.track.size() > 5)
        break;
    }
  // Nothing, and one.
  std::list<int> few;
  for (int n = 0; n < 2; ++n) {
    [[mp::parallel_map]]
    for (int &x : few)
      x = static_cast<int>(100 * slow(x));
    few.push_back(n);
  }
  // Some have no part in it.
  std::map<int, std::list<double>> nested;
  for (int i = 0; i < 9; ++i)
    nested[i % 4].push_back(i);
  for (auto &outer : nested) {
    [[mp::parallel_map]]
    for (double &x : outer.second) {
      if (x < 3)
        continue;
      x = slow(x);
    }
  }
  // An iteration that throws, and pointers of which only their own values change.
  try {
    [[mp::parallel_map]]
    for (double &x : list) {
      if (x < -0.9)
        throw std::runtime_error("low");
      x = slow(x);
    }
  } catch (const std::exception &e) {
    std::printf("%s ", e.what());
  }
  static double memory[70];
  std::list<double *> pointers(70, memory);
  [[mp::parallel_map]]
  for (double *&p : pointers)
    p += static_cast<int>(30 + 30 * slow(*p + static_cast<double>(p - memory)));
  for (const double *p : pointers)
    std::printf("%d ", static_cast<int>(p - memory));
  for (double x : list)
    std::printf("%.17g ", x);
  for (const auto &[key, value] : map)
    std::printf("%s %.17g ", key.c_str(), value);
  for (int i = 0; i < 70; ++i)
    std::printf("%.17g %s ", rows[i * 7].cells[4], rows[i * 7].label.c_str());
  for (const auto &l : lists)
    for (int n : l)
      std::printf("%d ", n);
  for (const Body &b : bodies)
    std::printf("%.17g %.17g %zu ", b.x, b.v, b.track.size());
  for (const auto &outer : nested)
    for (double x : outer.second)
      std::printf("%.17g ", x);
  std::printf("%.17g %d\n", total, few.front());
}
