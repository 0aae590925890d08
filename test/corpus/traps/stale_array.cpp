// A buffer longer than what the iteration writes: the rest is of earlier iterations.
// VERDICT: any
#include <cstdio>
#include <cstring>

static char line[32];

static void format(int i) {
  for (int k = 0; k < i % 9; ++k)
    line[k] = static_cast<char>('a' + i % 26);
}

int main() {
  char out[50][33] = {};
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i) {
    format(i * 5);
    std::memcpy(out[i], line, sizeof line);
  }
  for (auto &s : out)
    std::printf("[%s]\n", s);
}
