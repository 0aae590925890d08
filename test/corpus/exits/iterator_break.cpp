// break in loops over iterators, pointers and ranges; the outer iterator's place after it.
#include <cstdio>
#include <string>
#include <vector>

int main() {
  std::vector<int> v;
  for (int i = 0; i < 70; ++i)
    v.push_back(i * 5 % 71);
  std::vector<int>::iterator it;
  [[mp::parallel_map]]
  for (it = v.begin(); it != v.end(); ++it) {
    if (*it == 42)
      break;
    *it += 100;
  }
  std::printf("%td\n", it - v.begin());
  int *p = v.data();
  [[mp::parallel_map]]
  for (; p < v.data() + v.size(); p += 2) {
    if (*p == 42 || *p == 62)
      break;
    *p -= 1;
  }
  std::printf("%td\n", p - v.data());
  std::string text;
  [[mp::parallel_map]]
  for (int &x : v) {
    if (x == 62)
      break;
    x = -x;
    text += std::to_string(x);
  }
  for (int x : v)
    std::printf("%d ", x);
  std::printf("%s\n", text.c_str());
}
