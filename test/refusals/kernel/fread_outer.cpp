// fread and fseek on an outer FILE: its position is shared with the parent.
#include <cstdio>

void f(std::FILE *file, double *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::fseek(file, i * 8L, SEEK_SET);      // expect-error? {{mp-input|mp-kernel-effect}}
    if (std::fread(out + i, 8, 1, file) != 1) // expect-error {{mp-input}}: fread
      out[i] = 0;
  }
}
