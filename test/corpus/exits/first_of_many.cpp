// Many iterations want to leave, in different ways: the first in order decides.
#include <cstdio>
#include <stdexcept>
#include <vector>

static int run(const std::vector<int> &kind, std::vector<int> &out) {
  int i = 0;
  try {
    [[mp::parallel_map]]
    for (i = 0; i < static_cast<int>(kind.size()); ++i) {
      int k = kind[i];
      if (k == 1)
        break;
      if (k == 2)
        return 200 + i;
      if (k == 3)
        throw std::runtime_error("three");
      out[i] = i;
    }
  } catch (const std::runtime_error &) {
    return 300 + i;
  }
  return 100 + i;
}

int main() {
  for (int seed = 0; seed < 12; ++seed) {
    std::vector<int> kind(100), out(100);
    for (int i = 0; i < 100; ++i)
      kind[i] = i < seed * 8 + 3 ? 0 : (i * 7 + seed) % 5;
    std::printf("%d:", run(kind, out));
    for (int x : out)
      std::printf(" %d", x);
    std::puts("");
  }
}
