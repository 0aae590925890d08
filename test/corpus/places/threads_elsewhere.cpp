// Another thread of the program lives while the loop runs.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

int main() {
  std::mutex m;
  std::condition_variable changed;
  bool stop = false;
  int woken = 0;
  std::thread other([&] {
    std::unique_lock<std::mutex> lock(m);
    while (!stop)
      changed.wait(lock);
    woken = 1;
  });
  std::vector<std::vector<int>> rows(40);
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i)
    for (int k = 0; k < i; ++k)
      rows[i].push_back(k);
  {
    std::lock_guard<std::mutex> lock(m);
    stop = true;
  }
  changed.notify_one();
  other.join();
  std::size_t total = 0;
  for (auto &r : rows)
    total += r.size();
  std::printf("%zu %d\n", total, woken);
}
