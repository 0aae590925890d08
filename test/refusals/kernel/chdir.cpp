// The working directory of a worker is not the parent's.
#include <unistd.h>

void f(int *out, const char **names, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = chdir(names[i]); // expect-error {{mp-kernel-effect}}: chdir
}
