// Range-for over a C array, a vector, a std::array, a deque, a string and a temporary.
#include <array>
#include <cstdio>
#include <deque>
#include <string>
#include <vector>

static std::vector<int> made(int n) {
  std::vector<int> v;
  for (int i = 0; i < n; ++i)
    v.push_back(i * i);
  return v;
}

int main() {
  int c[13];
  for (int i = 0; i < 13; ++i)
    c[i] = i;
  std::vector<double> v(41, 0.5);
  std::array<long, 9> a{};
  std::deque<int> d(600, 3);
  std::string s = "annotated loops";
  [[mp::parallel_map]]
  for (int &x : c)
    x = x * x;
  [[mp::parallel_map]]
  for (auto &x : v)
    x /= 3;
  [[mp::parallel_map]]
  for (long &x : a)
    x = 7;
  [[mp::parallel_map]]
  for (auto &&x : d)
    x += 4;
  [[mp::parallel_map]]
  for (char &x : s)
    x = static_cast<char>(x - 'a' + 'A');
  long sum = 0;
  [[mp::parallel_map]]
  for (int x : made(30))
    sum = sum * 3 + x;
  for (int x : c)
    std::printf("%d ", x);
  for (double x : v)
    std::printf("%a ", x);
  for (long x : a)
    std::printf("%ld ", x);
  for (int x : d)
    std::printf("%d ", x);
  std::printf("%s %ld\n", s.c_str(), sum);
}
