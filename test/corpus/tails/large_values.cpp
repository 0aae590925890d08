// More logged bytes than any buffer should hold at once: workers have to wait.
#include <cstdio>
#include <string>
#include <vector>

int main() {
  std::vector<std::string> kept;
  unsigned long hash = 1;
  [[mp::parallel_map]]
  for (int i = 0; i < 400; ++i) {
    std::string s(i % 50 == 7 ? 1500000 : 20000, static_cast<char>('a' + i % 26));
    s[i] = '!';
    if (i % 25 == 0)
      kept.push_back(s);
    hash = hash * 31 + s.size();
    hash ^= static_cast<unsigned long>(s.find('!'));
  }
  for (auto &s : kept)
    std::printf("%zu %zu\n", s.size(), s.find('!'));
  std::printf("%lu\n", hash);
}
