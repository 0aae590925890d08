// One loop over whichever container a template is given: vectors, arrays, deques, bits.
#include <array>
#include <cstddef>
#include <cstdio>
#include <deque>
#include <iterator>
#include <string>
#include <vector>

template <class C> void increment(C &c) {
  [[mp::parallel_map]]
  for (auto &x : c)
    x += 1;
}

template <class C> void invert(C &c) {
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < std::size(c); ++i)
    c[i] = !c[i];
}

template <class In, class Out> void halves(const In &in, Out &out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    if (i % 3)
      out[i] = in[i] / 2;
}

template <class C> void walk(C &c) {
  [[mp::parallel_map]]
  for (auto it = c.begin(); it != c.end(); ++it)
    *it = *it * 3;
}

template <class C> void show(const C &c) {
  for (const auto &x : c)
    std::printf("%g ", static_cast<double>(x));
  std::puts("");
}

int main() {
  std::vector<int> a(25, 3);
  std::array<double, 24> b{};
  std::deque<long> c(23);
  int d[22] = {1, 2, 3};
  std::string e(21, 'a');
  increment(a), increment(b), increment(c), increment(d), increment(e);
  show(a), show(b), show(c), show(d), show(e);
  std::vector<bool> bits(70);
  bits[3] = bits[64] = true;
  invert(bits), invert(a), invert(d), invert(c);
  show(bits), show(a), show(d), show(c);
  std::vector<double> in(20, 5);
  halves(in, a, 20), halves(d, in, 20), halves(c, e, 20), halves(in, b, 20);
  show(a), show(in), show(c), show(b);
  walk(a), walk(b), walk(c);
  show(a), show(b), show(c);
}
