// Elements that several iterations write: the last one wins, in order.
#include <cstdio>
#include <vector>

int main() {
  int half[60] = {}, one[1] = {}, ring[7] = {}, scattered[64] = {};
  std::vector<char> seen(64);
  [[mp::parallel_map]]
  for (int i = 0; i < 120; ++i) {
    half[i / 2] = i * 3;
    one[0] = i;
    ring[i % 7] = i;
    scattered[i * 37 % 64] = i;
    seen[i * 11 % 50] = 1;
  }
  for (int x : half)
    std::printf("%d ", x);
  std::printf("%d\n", one[0]);
  for (int x : ring)
    std::printf("%d ", x);
  for (int x : scattered)
    std::printf("%d ", x);
  for (char x : seen)
    std::printf("%d", x);
  std::puts("");
}
