// printf and puts of every iteration, in order, with rows inside.
#include <cstdio>

int main() {
  std::printf("before ");
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    std::printf("%d:", i);
    for (int j = 0; j < i % 5; ++j)
      std::printf(" %5.2f", i / (j + 1.0));
    std::puts("");
    if (i % 10 == 0)
      std::fprintf(stderr, "at %d\n", i);
  }
  std::printf("after\n");
}
