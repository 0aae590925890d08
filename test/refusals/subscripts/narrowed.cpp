// j wraps at 256: iterations 0 and 256 write and read the same element.
#include <cstdint>

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::uint8_t j = static_cast<std::uint8_t>(i);
    int t = out[j];     // expect-error {{mp-subscript|mp-carried}}: out
    out[j] = t * t + i; // expect-note?
  }
}
