// VERDICT: any
// RUNS: any
// An array of numbers, written byte by byte through another pointer.
#include <cstdint>
#include <cstdio>

int main() {
  std::uint32_t words[20] = {};
  unsigned char *bytes = reinterpret_cast<unsigned char *>(words);
  [[mp::parallel_map]]
  for (int i = 0; i < 80; ++i)
    bytes[i] = static_cast<unsigned char>(i * 5);
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i)
    reinterpret_cast<unsigned char *>(words)[79 - i] ^= static_cast<unsigned char>(i);
  for (std::uint32_t w : words)
    std::printf("%u ", static_cast<unsigned>(w));
}
