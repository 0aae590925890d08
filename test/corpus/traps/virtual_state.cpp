// A virtual method that keeps state, called through the base.
// VERDICT: any
#include <cstdio>
#include <memory>
#include <vector>

struct Source {
  virtual ~Source() = default;
  virtual int next(int x) { return x; }
};
struct Counting : Source {
  int n = 0;
  int next(int x) override { return x * 10 + n++; }
};

int main() {
  std::unique_ptr<Source> source = std::make_unique<Counting>();
  int out[40];
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i)
    out[i] = source->next(i);
  for (int x : out)
    std::printf("%d ", x);
  std::puts("");
}
