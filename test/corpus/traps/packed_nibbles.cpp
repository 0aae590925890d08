// Two iterations share a byte: |= of bits.
// VERDICT: any
#include <bitset>
#include <cstdio>
#include <vector>

int main() {
  unsigned char nibbles[40] = {};
  std::bitset<80> bits;
  std::vector<bool> shared(80);
  unsigned words[3] = {};
  [[mp::parallel_map]]
  for (int i = 0; i < 80; ++i) {
    nibbles[i / 2] |= static_cast<unsigned char>((i * 7 & 15) << (i % 2 * 4));
    if (i % 3 == 0)
      bits[i] = true;
    shared[79 - i] = i % 5 == 0;
    words[i / 32] |= (i % 2u) << (i % 32);
  }
  for (unsigned char x : nibbles)
    std::printf("%d ", x);
  for (int i = 0; i < 80; ++i)
    std::printf("%d%d ", int(bits[i]), int(shared[i]));
  std::printf("%u %u %u\n", words[0], words[1], words[2]);
}
