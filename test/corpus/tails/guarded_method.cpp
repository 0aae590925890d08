// A method that locks and then inserts: called as a tail.
// VERDICT: any
#include <cstdio>
#include <mutex>
#include <string>
#include <vector>

class Results {
public:
  void add(const std::string &s) {
    std::lock_guard<std::mutex> hold(lock);
    lines.push_back(s);
  }
  std::vector<std::string> lines;

private:
  std::mutex lock;
};

int main() {
  Results results;
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i)
    results.add(std::to_string(i * i) + ".");
  results.add("end");
  for (auto &s : results.lines)
    std::printf("%s ", s.c_str());
  std::puts("");
}
