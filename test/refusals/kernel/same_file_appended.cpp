// Every iteration appends to one file: the order of the lines is the order of the workers.
#include <cstdio>

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::FILE *file = std::fopen("log.txt", "a"); // expect-error {{mp-kernel-effect}}: fopen
    std::fprintf(file, "%d\n", i);
    std::fclose(file);
    out[i] = i;
  }
}
