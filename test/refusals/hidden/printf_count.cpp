// printf's %n writes an outer variable, which the next iteration reads.
#include <cstdio>

void f(int *out, int n) {
  int written = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = written * 2; // expect-error? {{mp-carried}}: written
    // expect-note@-1?
    std::printf("%d%n\n", i, &written); // expect-error? {{mp-carried|mp-opaque-call|mp-unknown-write}}
    // expect-note@-1?
  }
}
