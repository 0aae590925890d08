// What is handed over with std::move, and not used afterwards, or moved from in
// any case.
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

int main() {
  std::set<std::string> names;
  std::vector<std::string> all;
  std::map<int, std::unique_ptr<int>> owned;
  std::string text;
  std::size_t left = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    std::string s = "a name that is not short " + std::to_string(i % 7);
    std::string t = s, u = s;
    names.insert(std::move(s));
    text += std::move(t);
    owned.try_emplace(i % 5, std::make_unique<int>(i));
    all.push_back(std::move(u));
    left += u.size();
  }
  for (const std::string &n : names)
    std::printf("%s\n", n.c_str());
  for (const std::string &a : all)
    std::printf("%s\n", a.c_str());
  for (const auto &[k, p] : owned)
    std::printf("%d %d\n", k, *p);
  std::printf("%s %zu\n", text.c_str(), left);
}
