// The same in a callee, two calls down.
#include <cstdlib>

static double uniform() {
  return std::rand() / (RAND_MAX + 1.0); // expect-note?
}
static double pick(double scale) {
  return scale * uniform(); // expect-note?
}

void f(double *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = pick(2); // expect-error {{mp-hidden-state}}: rand
}
