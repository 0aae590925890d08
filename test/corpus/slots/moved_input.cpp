// std::move(in[i]) empties the input's element too; swap writes both.
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

int main() {
  std::vector<std::string> in, out(40), a, b;
  for (int i = 0; i < 40; ++i) {
    in.push_back("a string that is too long to be stored inside " + std::to_string(i));
    a.push_back(std::to_string(i));
    b.push_back("b" + std::to_string(i));
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    out[i] = std::move(in[i]);
    if (i % 2)
      std::swap(a[i], b[i]);
  }
  for (int i = 0; i < 40; ++i)
    std::printf("[%s] [%s] %s %s\n", in[i].c_str(), out[i].c_str(), a[i].c_str(), b[i].c_str());
}
