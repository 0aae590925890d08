// Names: inner variables that hide outer ones, members and globals of the same name, a local
// type, an enumerator, constants, references, bindings, arrays and sizeof in the body.
#include <array>
#include <cstdio>
#include <utility>

static int value = 7;

struct Holder {
  int value = 3;
  int out[20] = {};
  void run() {
    [[mp::parallel_map]]
    for (int i = 0; i < 20; ++i) {
      int value = i;
      out[i] = value + this->value * 100 + ::value * 10000;
    }
  }
};

int main() {
  enum { scale = 4 };
  struct Local {
    int a;
    int twice() const { return 2 * a; }
  };
  constexpr int shift = 3;
  const int bias = 11;
  int n = 40, first = 1, last = 2, w = 3, s = 4;
  int table[5] = {1, 2, 3, 4, 5};
  const int &ref = n;
  auto [left, right] = std::make_pair(6, 0.5);
  std::array<double, 40> out{};
  int sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    struct Inner {
      int x;
    } inner{i};
    Local l{i};
    int sum2 = 0;
    for (int t : table)
      sum2 += t;
    {
      int n = i % 3;
      sum2 += n;
    }
    decltype(right) r = right * left;
    static const int primes[] = {2, 3, 5, 7};
    out[i] = l.twice() * scale + (bias << shift) + ref + r + inner.x +
             static_cast<double>(sizeof table / sizeof table[0]) + sum2 + first + last + w + s +
             primes[i % 4];
    sum += table[i % 5];
  }
  Holder h;
  h.run();
  for (double x : out)
    std::printf("%a ", x);
  for (int x : h.out)
    std::printf("%d ", x);
  std::printf("%d\n", sum);
}
