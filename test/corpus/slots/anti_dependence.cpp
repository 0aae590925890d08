// Iterations read what only later ones overwrite.
#include <cstdio>
#include <string>
#include <vector>

int main() {
  int a[101], b[101];
  std::vector<std::string> s(60);
  for (int i = 0; i < 101; ++i)
    a[i] = b[i] = i * i % 97;
  for (std::size_t i = 0; i < s.size(); ++i)
    s[i] = std::to_string(i);
  [[mp::parallel_map]]
  for (int i = 0; i < 100; ++i)
    a[i] = a[i + 1] + 1;
  [[mp::parallel_map]]
  for (int i = 100; i > 0; --i)
    b[i] = b[i - 1] * 2 + b[i];
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < 59; ++i)
    s[i] = s[i + 1] + s[i];
  for (int x : a)
    std::printf("%d ", x);
  for (int x : b)
    std::printf("%d ", x);
  for (auto &x : s)
    std::printf("%s ", x.c_str());
  std::puts("");
}
