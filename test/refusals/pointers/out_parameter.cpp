// An outer pointer is left pointing to a local of the iteration.
#include <cstring>

static const char *longest;

void f(char (*names)[64], const char **in, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    char *copy = strdup(in[i]);
    std::strncpy(names[i], copy, 63);
    if (std::strlen(copy) > 20)
      longest = copy; // expect-error {{mp-worker-pointer}}
    // expect-note@-1?
  }
}

const char *get() { return longest; }
