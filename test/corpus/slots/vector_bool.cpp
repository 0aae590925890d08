// vector<bool>: neighbouring elements share a byte, and iterations of two workers share it.
#include <cstdio>
#include <vector>

int main() {
  std::vector<bool> odd(203), flip(203, true), some(203, true);
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < odd.size(); ++i) {
    odd[i] = i % 2 || i % 7 == 0;
    flip[i] = !flip[i];
    if (i % 5 == 0)
      some[i] = false;
  }
  for (std::size_t i = 0; i < odd.size(); ++i)
    std::printf("%d%d%d ", int(odd[i]), int(flip[i]), int(some[i]));
  std::puts("");
}
