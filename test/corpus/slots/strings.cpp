// Elements of class type: strings, short and long, assigned and appended to.
#include <cstdio>
#include <string>
#include <vector>

int main() {
  std::vector<std::string> out(60), grown(60, "x");
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = std::to_string(i) + std::string(i % 40, 'q');
    out[i] += '\0';
    for (std::size_t k = 0; k < i; ++k)
      grown[i].push_back(static_cast<char>('a' + k % 26));
  }
  for (std::size_t i = 0; i < out.size(); ++i)
    std::printf("%zu %s %s\n", out[i].size(), out[i].c_str(), grown[i].c_str());
}
