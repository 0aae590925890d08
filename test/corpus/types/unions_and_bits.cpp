// Trivially copyable unions and bit-fields as elements.
#include <cstdint>
#include <cstdio>

union Word {
  std::uint32_t whole;
  std::uint8_t bytes[4];
  float real;
};

struct Packed {
  unsigned a : 3;
  unsigned b : 7;
  unsigned c : 22;
};

int main() {
  Word words[50];
  Packed packed[50] = {};
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i) {
    words[i].whole = 0;
    words[i].bytes[i % 4] = static_cast<std::uint8_t>(i);
    if (i % 5 == 0)
      words[i].real = static_cast<float>(i) * 0.5f;
    packed[i].a = static_cast<unsigned>(i) & 7;
    packed[i].c = static_cast<unsigned>(i * 1000);
  }
  for (int i = 0; i < 50; ++i)
    std::printf("%u %u %u %u\n", static_cast<unsigned>(words[i].whole), packed[i].a, packed[i].b,
                packed[i].c);
}
