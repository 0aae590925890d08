// Lines to standard output and to a file come in the order of the iterations.
#include <cmath>
#include <cstdio>

int main() {
  std::FILE *log = std::fopen("log.txt", "w");
  if (!log)
    return 1;
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    double x = std::sqrt(i);
    std::fprintf(log, "%d %a\n", i, x);
  }
  std::fclose(log);
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++)
    for (int j = 0; j < 5; j++) {
      int x = i * j % 7;
      std::printf("cell i=%d j=%d %d\n", i, j, x);
    }
}
