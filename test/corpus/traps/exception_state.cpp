// A catch within the iteration changes outer state that the next one reads.
// VERDICT: any
#include <cstdio>
#include <stdexcept>
#include <string>

int main() {
  int out[40], failures = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    try {
      if (i % 6 == 5)
        throw std::runtime_error("no");
      out[i] = i;
    } catch (const std::runtime_error &) {
      out[i] = -++failures;
    }
  }
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d\n", failures);
}
