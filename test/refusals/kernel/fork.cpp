// Children of a worker are not the program's.
#include <unistd.h>

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = fork(); // expect-error {{mp-kernel-effect|mp-construct}}: fork
}
