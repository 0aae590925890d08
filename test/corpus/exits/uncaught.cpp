// Nobody catches it: terminate, with the runtime's message, after the output of earlier ones.
// SIGNAL: SIGABRT
#include <cstdio>
#include <stdexcept>

int main() {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    std::printf("%d\n", i);
    if (i == 23)
      throw std::runtime_error("nobody catches this");
  }
}
