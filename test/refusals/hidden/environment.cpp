// The environment is written: the next iteration and the program after the loop would see it.
#include <cstdlib>

void f(const char **out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = std::getenv("STEP");        // expect-error? {{mp-carried|mp-hidden-state|mp-worker-pointer}}
    setenv("STEP", i % 2 ? "a" : "b", 1); // expect-error? {{mp-hidden-state|mp-kernel-effect}}: setenv
    // expect-warning@-1? {{mp-kernel-effect}}: setenv
  }
}
