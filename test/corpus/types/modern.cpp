// C++20 in the body: concepts, template lambdas, three-way comparison, designated initialisers.
// VERDICT: any
// STD: 20
#include <algorithm>
#include <compare>
#include <concepts>
#include <cstdio>
#include <numeric>
#include <ranges>
#include <vector>

struct Version {
  int major_part = 0, minor_part = 0;
  auto operator<=>(const Version &) const = default;
};

template <std::integral T> T half(T x) { return static_cast<T>(x / 2); }
consteval int limit() { return 30; }

int main() {
  std::vector<Version> out(limit());
  std::vector<int> sums(limit());
  Version newest;
  int at = -1;
  [[mp::parallel_map]]
  for (int i = 0; i < limit(); ++i) {
    auto twice = []<typename T>(T x) { return static_cast<T>(x + x); };
    out[i] = Version{.major_part = half(i * 7 % 20), .minor_part = twice(i)};
    if (out[i] > newest) {
      newest = out[i];
      at = i;
    }
    int sum = 0;
    for (int x : std::views::iota(0, i) | std::views::filter([](int k) { return k % 3 == 0; }))
      sum += x;
    if (i % 10 == 0) [[unlikely]]
      sum = -sum;
    sums[i] = sum;
  }
  for (auto &v : out)
    std::printf("%d.%d ", v.major_part, v.minor_part);
  for (int x : sums)
    std::printf("%d ", x);
  std::printf("%d.%d %d\n", newest.major_part, newest.minor_part, at);
}
