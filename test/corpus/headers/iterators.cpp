// Random-access iterators of vector, deque, array and string; an outer one is live after.
#include <array>
#include <cstdio>
#include <deque>
#include <string>
#include <vector>

int main() {
  std::vector<int> v(50, 1);
  std::deque<int> d(700, 2);
  std::array<int, 20> a{};
  std::string s(30, 'a');
  std::vector<int>::iterator it;
  [[mp::parallel_map]]
  for (it = v.begin(); it != v.end(); ++it)
    *it += static_cast<int>(it - v.begin());
  std::printf("%d\n", it == v.end());
  [[mp::parallel_map]]
  for (auto i = d.begin(); i < d.end(); i += 2)
    *i = static_cast<int>(i - d.begin());
  [[mp::parallel_map]]
  for (auto i = a.begin(), n = a.end(); i != n; ++i)
    *i = static_cast<int>(i - a.begin()) * 2;
  [[mp::parallel_map]]
  for (auto i = s.begin(); i != s.end(); i++)
    *i = static_cast<char>('a' + (i - s.begin()) % 26);
  for (int x : v)
    std::printf("%d ", x);
  for (int x : d)
    std::printf("%d ", x);
  for (int x : a)
    std::printf("%d ", x);
  std::printf("\n%s\n", s.c_str());
}
