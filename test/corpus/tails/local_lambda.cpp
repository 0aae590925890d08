// A lambda, in the body or before the loop, adds to outer variables.
// VERDICT: any
#include <cstdio>
#include <vector>

int main() {
  int sum = 0, calls = 0;
  std::vector<int> seen;
  auto record = [&seen, &calls](int x) {
    ++calls;
    if (x % 4 == 1)
      seen.push_back(x);
  };
  [[mp::parallel_map]]
  for (int i = 0; i < 70; ++i) {
    auto add = [&](int x) { sum += x * 2; };
    for (int k = 0; k < i % 3; ++k)
      add(i + k);
    record(i * i % 61);
  }
  for (int x : seen)
    std::printf("%d ", x);
  std::printf("%d %d\n", sum, calls);
}
