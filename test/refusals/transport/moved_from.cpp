// What is handed over with std::move, and used afterwards: the parent decides
// whether it is moved from.
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

void appended(std::string &all, std::vector<std::string> &each, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::string t = std::to_string(i);
    all += std::move(t); // expect-error {{mp-not-classified}}: moved from // expect-note?
    each.push_back(t);
  }
}

void inserted(std::set<std::string> &all, std::vector<std::string> &each, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::string t = std::to_string(i % 7);
    all.insert(std::move(t)); // expect-error {{mp-not-classified}}: moved from // expect-note?
    each.push_back(t);
  }
}

void tried(std::map<int, std::unique_ptr<int>> &all, int &lost, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    auto t = std::make_unique<int>(i);
    all.try_emplace(i % 5, std::move(t)); // expect-error {{mp-not-classified}}: moved from // expect-note?
    if (t)
      lost += *t;
  }
}

void in_an_inner_loop(std::set<std::string> &all, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::string t = std::to_string(i);
    for (int k = 0; k < 3; ++k)
      all.insert(std::move(t)); // expect-error {{mp-not-classified}}: moved from // expect-note?
  }
}
