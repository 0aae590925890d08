// A const method counts in a mutable member and hands out the count.
// VERDICT: any
#include <cstdio>

class Source {
public:
  int next() const { return ++count; }
  int count_of() const { return count; }

private:
  mutable int count = 0;
};

int main() {
  const Source source;
  int out[40];
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i)
    out[i] = source.next() * 10 + i % 10;
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d\n", source.count_of());
}
