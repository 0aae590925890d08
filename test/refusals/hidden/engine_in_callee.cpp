// One engine for all iterations, passed down to a callee.
#include <random>

static double sample(std::mt19937 &engine) {
  std::uniform_real_distribution<double> uniform;
  return uniform(engine); // expect-note?
}

void f(double *out, int n) {
  std::mt19937 engine(1);
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = sample(engine); // expect-error {{mp-hidden-state|mp-carried}}: engine
  // expect-note@-1?
}
