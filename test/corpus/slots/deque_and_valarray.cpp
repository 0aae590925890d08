// Elements that don't lie in one block: deque; and a valarray.
#include <cstdio>
#include <deque>
#include <string>
#include <valarray>

int main() {
  std::deque<int> d(1500);
  std::deque<std::string> s(40);
  std::valarray<double> v(0.0, 60);
  [[mp::parallel_map]]
  for (int i = 0; i < 1500; ++i)
    d[i] = i * 7 % 1000;
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i)
    s.at(i) = std::string(i, 'd');
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i)
    v[i] = i * 0.125;
  unsigned hash = 1;
  for (int x : d)
    hash = hash * 31 + static_cast<unsigned>(x);
  for (auto &x : s)
    hash = hash * 31 + static_cast<unsigned>(x.size());
  for (double x : v)
    std::printf("%a ", x);
  std::printf("%u\n", hash);
}
