// Loop variables of many integer types; bounds of another type than the variable.
#include <cstddef>
#include <cstdint>
#include <cstdio>

static long out[300];

static void show(const char *name) {
  std::printf("%s:", name);
  for (long &x : out) {
    std::printf(" %ld", x);
    x = -1;
  }
  std::printf("\n");
}

int main() {
  const std::size_t n = 150;
  [[mp::parallel_map]]
  for (unsigned char i = 0; i < 200; ++i)
    out[i] = i;
  show("unsigned char");
  [[mp::parallel_map]]
  for (short i = 100; i >= 0; --i)
    out[i] = i;
  show("short");
  [[mp::parallel_map]]
  for (unsigned i = 0; i < n; ++i)
    out[i] = i;
  show("unsigned below size_t");
  [[mp::parallel_map]]
  for (std::size_t i = n; i > 0; --i)
    out[i - 1] = static_cast<long>(i);
  show("size_t down");
  [[mp::parallel_map]]
  for (long long i = 10; i <= 120; i += 2)
    out[i] = i;
  show("long long");
  [[mp::parallel_map]]
  for (std::int8_t i = -100; i < 100; ++i)
    out[i + 100] = i;
  show("int8_t");
  [[mp::parallel_map]]
  for (std::uint64_t i = 5; i != n; ++i)
    out[i] = static_cast<long>(i * i);
  show("uint64_t");
}
