// std::exchange, std::tie and a binding by reference carry a value on.
// VERDICT: any
#include <cstdio>
#include <tuple>
#include <utility>

int main() {
  int a[30], b[30], c[30], previous = -1, x = 1, y = 1;
  std::pair<int, int> state{0, 1};
  auto &[first, second] = state;
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i)
    a[i] = std::exchange(previous, i * i);
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i) {
    b[i] = x;
    std::tie(x, y) = std::make_pair(y, (x + y) % 1000);
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i) {
    c[i] = state.first;
    first += second;
    second = i;
  }
  for (int i = 0; i < 30; ++i)
    std::printf("%d %d %d\n", a[i], b[i], c[i]);
}
