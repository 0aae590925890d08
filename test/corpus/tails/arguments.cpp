// What tails are called with: temporaries, braces, calls that print, bindings, loops over tokens.
#include <cstdio>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

struct Best {
  int value, at;
};

static int noisy(int i) {
  std::printf("[%d]", i);
  return i * 3;
}

static std::vector<std::string> words(int i) {
  std::vector<std::string> w;
  for (int k = 0; k < i % 4; ++k)
    w.push_back("w" + std::to_string(i * k % 9));
  return w;
}

int main() {
  long sum = 0;
  std::vector<std::pair<int, std::string>> pairs;
  std::vector<std::vector<int>> rows;
  std::map<std::string, int> counts;
  std::map<std::pair<int, int>, std::string> grid;
  std::vector<std::tuple<int, double>> tuples;
  std::vector<bool> flags;
  Best best{1000, -1};
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    sum += noisy(i);
    pairs.push_back({i, "p" + std::to_string(i)});
    rows.push_back(std::vector<int>(i % 3, i));
    rows.push_back({i, i + 1});
    for (const auto &word : words(i))
      counts[word]++;
    grid[{i % 3, i % 4}] = std::to_string(i) + "!";
    auto [a, b] = std::make_pair(i * 2, i / 4.0);
    tuples.emplace_back(a, b);
    flags.push_back(i % 3 == 0);
    int x = (i * 17 + 3) % 41;
    if (x < best.value)
      best = {x, i};
  }
  std::printf("\n%ld %d %d\n", sum, best.value, best.at);
  for (auto &p : pairs)
    std::printf("%d%s ", p.first, p.second.c_str());
  for (auto &r : rows)
    std::printf("%zu ", r.size());
  for (auto &c : counts)
    std::printf("%s=%d ", c.first.c_str(), c.second);
  for (auto &g : grid)
    std::printf("%d,%d=%s ", g.first.first, g.first.second, g.second.c_str());
  for (auto &t : tuples)
    std::printf("%d %a ", std::get<0>(t), std::get<1>(t));
  for (bool f : flags)
    std::printf("%d", f);
  std::puts("");
}
