// Containers outside the loop that each iteration clears or assigns first.
#include <cstdio>
#include <string>
#include <vector>

int main() {
  std::vector<int> tmp, sizes(40);
  std::string text;
  std::vector<std::string> out(40);
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    tmp.clear();
    for (int k = 0; k < i % 7; ++k)
      tmp.push_back(k * i);
    text = "t";
    for (int x : tmp)
      text += std::to_string(x);
    out[i] = text;
    sizes[i] = static_cast<int>(tmp.size());
  }
  for (int i = 0; i < 40; ++i)
    std::printf("%s %d\n", out[i].c_str(), sizes[i]);
}
