// stdout, line by line, and stderr in one file, as on a terminal.
// COMBINED
#include <cstdio>
#include <iostream>

static void step(int i) {
  std::cerr << "step " << i << std::endl;
  std::cout << "half " << i << std::endl;
}

int main() {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    std::printf("begin %d\n", i);
    if (i % 4 == 0)
      std::fprintf(stderr, "progress %d\n", i);
    step(i);
    std::printf("end %d\n", i);
  }
}
