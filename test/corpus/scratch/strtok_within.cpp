// strtok from the first call to the last within one iteration.
#include <cstdio>
#include <cstring>
#include <map>
#include <string>

static char line[128];

int main() {
  int words[60], chars = 0;
  std::map<std::string, int> counts;
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    std::snprintf(line, sizeof line, "alpha %d beta,gamma %d %s", i % 7, i, i % 3 ? "x y" : "z");
    words[i] = 0;
    for (char *w = std::strtok(line, " ,"); w; w = std::strtok(nullptr, " ,")) {
      words[i]++;
      chars += static_cast<int>(std::strlen(w));
      counts[w]++;
    }
  }
  for (int w : words)
    std::printf("%d ", w);
  for (auto &c : counts)
    std::printf("%s=%d ", c.first.c_str(), c.second);
  std::printf("%d\n", chars);
}
