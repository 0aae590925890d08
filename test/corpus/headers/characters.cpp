// Characters and enumerators as loop variables' values; a bound that is a literal.
#include <cstdio>
#include <string>

enum Color { red, green, blue, count };

int main() {
  std::string seen;
  int weight[128] = {}, of[count] = {};
  char c;
  [[mp::parallel_map]]
  for (c = 'a'; c <= 'z'; ++c) {
    weight[static_cast<int>(c)] = c * 2;
    seen += c;
  }
  [[mp::parallel_map]]
  for (int k = red; k < count; ++k)
    of[k] = k == blue ? 10 : k;
  std::printf("%s %d\n", seen.c_str(), c);
  for (int x : weight)
    std::printf("%d ", x);
  std::printf("%d %d %d\n", of[red], of[green], of[blue]);
}
