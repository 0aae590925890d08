// A callee returns a pointer to its static buffer, which the iteration consumes at once.
#include <cstdio>
#include <string>
#include <vector>

static const char *name_of(int i) {
  static char buffer[32];
  std::snprintf(buffer, sizeof buffer, "<%d:%x>", i, i * 31);
  return buffer;
}

int main() {
  std::vector<std::string> names(50);
  std::size_t total = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i) {
    names[i] = name_of(i * i);
    total += names[i].size();
  }
  for (auto &s : names)
    std::printf("%s ", s.c_str());
  std::printf("%zu\n", total);
}
