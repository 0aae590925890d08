// A file would be created for iterations that the serial loop never reaches.
#include <cstdio>

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    char name[32];
    std::snprintf(name, sizeof name, "out%d.txt", i);
    std::FILE *file = std::fopen(name, "w"); // expect-error {{mp-kernel-effect}}: fopen
    if (!file)
      break; // expect-note?
    std::fprintf(file, "%d\n", i);
    std::fclose(file);
    out[i] = i;
  }
}
