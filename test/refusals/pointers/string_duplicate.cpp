// strdup and malloc: memory of the worker.
#include <cstring>

void f(char **out, const char **in, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = strdup(in[i]); // expect-error {{mp-worker-pointer}}: out
}
