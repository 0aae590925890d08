// Loops in lambdas with captures by value and by reference, generic ones; lambdas in the body.
#include <cstdio>
#include <vector>

int main() {
  std::vector<int> out(50);
  std::vector<double> reals(30);
  int offset = 5, calls = 0;
  auto fill = [&out, offset, &calls](int n) {
    [[mp::parallel_map]]
    for (int i = 0; i < n; ++i) {
      out[i] = i * offset;
      calls += i;
    }
    return n;
  };
  auto generic = [&](auto &v, auto x) {
    [[mp::parallel_map]]
    for (std::size_t i = 0; i < v.size(); ++i)
      v[i] = static_cast<decltype(x)>(i) * x;
  };
  int n = fill(35);
  generic(reals, 0.3);
  double scale = 1.5;
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i) {
    auto square = [](int x) { return x * x; };
    auto local = [&](int x) { return static_cast<int>(x * scale) + out[i] + n; };
    int k = 0;
    auto bump = [&k](int by) { k += by; };
    for (int j = 0; j < 3; ++j)
      bump(square(j));
    out[i] = local(square(i)) + k;
  }
  std::printf("%d %d:", n, calls);
  for (int x : out)
    std::printf(" %d", x);
  for (double x : reals)
    std::printf(" %a", x);
  std::puts("");
}
