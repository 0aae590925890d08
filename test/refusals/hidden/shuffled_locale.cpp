// The locale is process state that callees of the next iteration would see.
#include <clocale>
#include <cstdio>

void f(char (*out)[32], int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::snprintf(out[i], sizeof out[i], "%f", i / 3.0);
    if (i == 5)
      std::setlocale(LC_ALL, "C"); // expect-error {{mp-hidden-state|mp-kernel-effect}}: setlocale
  }
}
