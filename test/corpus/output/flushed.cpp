// What the program flushes is flushed: seen in one file with stderr, and when the program ends
// without flushing.
// COMBINED
// RUNS: any
#include <cstdio>
#include <unistd.h>

static void progress(int i) {
  std::printf("%d ", i);
  if (i % 3 == 0)
    std::fflush(stdout);
  if (i % 5 == 0)
    std::fprintf(stderr, "[%d]", i);
}

int main() {
  int out[40];
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    progress(i);
    out[i] = i * i;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 10; ++i) {
    std::printf("line %d", out[i]);
    std::fflush(stdout);
  }
  _exit(0);
}
