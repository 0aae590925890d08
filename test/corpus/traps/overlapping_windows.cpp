// Each iteration writes three neighbouring elements: the last writer wins.
// VERDICT: any
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

int main() {
  int a[64] = {};
  char bytes[256] = {};
  std::vector<std::string> s(64);
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    for (int k = 0; k < 3; ++k)
      a[i + k] = i * 10 + k;
    std::memset(bytes + i * 4, i, 6);
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    s[i] = "w" + std::to_string(i);
    s[i + 1] = "v" + std::to_string(i);
  }
  for (int x : a)
    std::printf("%d ", x);
  for (char x : bytes)
    std::printf("%d ", x);
  for (auto &x : s)
    std::printf("%s ", x.c_str());
  std::puts("");
}
