// Lambdas and function objects with state of their own.
// VERDICT: any
#include <cstdio>
#include <functional>

int main() {
  int calls = 0;
  auto count = [&calls](int x) { return x + ++calls; };
  auto own = [k = 0](int x) mutable { return x * 10 + k++; };
  std::function<int(int)> wrapped = [n = 5](int x) mutable { return x - n++; };
  int out[40];
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i)
    out[i] = count(i) + own(i) + wrapped(i);
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d %d %d\n", calls, own(0), wrapped(0));
}
