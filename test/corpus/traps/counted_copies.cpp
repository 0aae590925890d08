// shared_ptr copies: the count is part of what the program sees.
// VERDICT: any
#include <cstdio>
#include <memory>
#include <vector>

int main() {
  auto in = std::make_shared<int>(5);
  std::vector<std::shared_ptr<int>> out(30);
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i)
    if (i % 3)
      out[i] = in;
  std::printf("%ld\n", in.use_count());
  *in = 6;
  int sum = 0;
  for (auto &p : out)
    sum += p ? *p : 0;
  std::printf("%d\n", sum);
}
