// Each iteration writes a file of its own; nothing can stop the loop.
// VERDICT: any
#include <cstdio>

int main() {
  int length[25];
  [[mp::parallel_map]]
  for (int i = 0; i < 25; ++i) {
    char name[32];
    std::snprintf(name, sizeof name, "part%02d.txt", i);
    length[i] = 0;
    if (std::FILE *file = std::fopen(name, "w")) {
      for (int k = 0; k < i; ++k)
        length[i] += std::fprintf(file, "%d\n", k * i);
      std::fclose(file);
    }
  }
  for (int x : length)
    std::printf("%d ", x);
  std::puts("");
}
