// The address of a callee's static buffer: what it holds is the worker's.
#include <cstdio>

static const char *name_of(int i) {
  static char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%d", i);
  return buffer; // expect-note?
}

void f(const char **out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = name_of(i); // expect-error {{mp-worker-pointer}}
}
