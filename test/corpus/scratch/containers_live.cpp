// The same, and the containers are used after the loop.
// VERDICT: any
#include <cstdio>
#include <string>
#include <vector>

int main() {
  std::vector<int> tmp{-1}, sizes(40);
  std::string text = "before";
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    tmp.clear();
    for (int k = 0; k < i % 7; ++k)
      tmp.push_back(k * i);
    text.assign(i % 5, 'x');
    sizes[i] = static_cast<int>(tmp.size() + text.size());
  }
  for (int x : sizes)
    std::printf("%d ", x);
  for (int x : tmp)
    std::printf("%d ", x);
  std::printf("%s\n", text.c_str());
}
