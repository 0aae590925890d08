// A function keeps a const reference to a container that the loop appends to.
//
// RUNS: serial

#include <cstdio>
#include <vector>

static const std::vector<int> *seen;
static void keep(const std::vector<int> &v) { seen = &v; }

int main() {
  std::vector<int> out;
  keep(out);
  [[mp::parallel_map]]
  for (int i = 0; i < 40; i++) {
    int n = static_cast<int>(seen->size());
    out.push_back(n * 3 + i);
  }
  for (int x : out)
    std::printf("%d ", x);
  std::puts("");
}
