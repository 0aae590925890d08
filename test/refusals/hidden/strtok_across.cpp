// strtok(NULL, ..) goes on where the iteration before stopped.
#include <cstring>

void f(char **out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = std::strtok(nullptr, " "); // expect-error {{mp-hidden-state}}: strtok
}
