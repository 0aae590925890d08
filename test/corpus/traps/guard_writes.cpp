// The destructor of a guard writes an outer object.
// VERDICT: any
#include <cstdio>
#include <string>

struct Trace {
  explicit Trace(std::string &l, int i) : log(l), id(i) {}
  ~Trace() { log += "-" + std::to_string(id) + "/" + std::to_string(log.size()); }
  std::string &log;
  int id;
};

int main() {
  std::string log;
  int out[30];
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i) {
    Trace trace(log, i);
    out[i] = i * 2;
  }
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%s\n", log.c_str());
}
