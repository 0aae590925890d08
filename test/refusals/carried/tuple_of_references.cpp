// std::tie assigns through references.
#include <tuple>

void f(int *out, int n) {
  int a = 0, b = 1;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = a; // expect-error? {{mp-carried}}: a
    // expect-note@-1?
    std::tie(a, b) = std::make_tuple(b, i); // expect-error? {{mp-carried}}
    // expect-note@-1?
    // expect-note@-2?
  }
}
