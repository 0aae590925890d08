// rand() keeps its state in the library: every worker would draw the same numbers.
#include <cstdlib>

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = std::rand(); // expect-error {{mp-hidden-state}}: rand
}
