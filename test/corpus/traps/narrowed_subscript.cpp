// uint8_t and unsigned arithmetic wrap: iterations meet in one element.
// VERDICT: any
// RUNS: any
#include <cstdint>
#include <cstdio>

static unsigned history[600];

static void narrow(unsigned *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::uint8_t j = static_cast<std::uint8_t>(i);
    out[j] = out[j] * 3 + static_cast<unsigned>(i);
  }
}

static void wrap(unsigned *out, unsigned n) {
  [[mp::parallel_map]]
  for (unsigned i = 0; i < n; ++i) {
    std::uint16_t k = static_cast<std::uint16_t>(i * 16384u);
    out[k / 128] += i;
  }
}

int main() {
  narrow(history, 600);
  wrap(history, 50);
  for (unsigned x : history)
    std::printf("%u ", x);
  std::puts("");
}
