// Each iteration opens the same file and appends a line.
// VERDICT: any
#include <cstdio>

int main() {
  int n = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    std::FILE *file = std::fopen("all.txt", "a");
    std::fprintf(file, "%d\n", i);
    std::fclose(file);
    n += i;
  }
  std::printf("%d\n", n);
}
