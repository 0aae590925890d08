// A lock around the update, as threads would need it: here it is nothing.
#include <cstdio>
#include <mutex>
#include <string>
#include <vector>

struct Results {
  std::mutex lock;
  std::vector<std::string> lines;
  void add(const std::string &s) {
    std::lock_guard<std::mutex> hold(lock);
    lines.push_back(s);
  }
};

int main() {
  std::mutex m;
  std::vector<int> odd;
  long sum = 0;
  Results results;
  [[mp::parallel_map]]
  for (int i = 0; i < 90; ++i) {
    int x = i * i % 37;
    if (x % 2) {
      std::lock_guard<std::mutex> guard(m);
      odd.push_back(x);
      sum += x;
    }
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i) {
    std::string line = std::to_string(i) + ".";
    {
      std::lock_guard<std::mutex> guard(m);
      results.lines.push_back(line);
    }
  }
  m.lock();
  m.unlock();
  for (int x : odd)
    std::printf("%d ", x);
  for (auto &s : results.lines)
    std::printf("%s ", s.c_str());
  std::printf("%ld\n", sum);
}
