// Files are removed, and an iteration may throw.
#include <stdexcept>
#include <unistd.h>

void f(int *out, const char **names, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = unlink(names[i]); // expect-error {{mp-kernel-effect}}: unlink
    if (out[i] != 0)
      throw std::runtime_error("can't remove"); // expect-note?
  }
}
