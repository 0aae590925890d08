// Bits of a std::bitset in tails: they go as the bool that they are turned
// into.

#include <bitset>
#include <cstdio>
#include <vector>

static int work(int x) { return x * 7 % 5; }

int main() {
  std::bitset<64> in(0x5a5a1234), mask;
  std::vector<int> out(64);
  std::vector<bool> kept;
  int sum = 0, ones = 0, zeros = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 64; i++) {
    std::bitset<64> own(static_cast<unsigned>(i * 77));
    auto bit = own[3];
    out[i] = work(i);
    sum += own[2];
    if (bit)
      ones++;
    zeros += ~bit;
    kept.push_back(own[1]);
    kept.push_back(in[i]);
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 64; i++) {
    std::bitset<64> own(static_cast<unsigned>(i * 77));
    out[i] += work(i);
    if (sum > 10)
      ones += own[4];
    mask[i] = own[0];
  }
  std::printf("%d %d %d %s\n", sum, ones, zeros, mask.to_string().c_str());
  for (bool b : kept)
    std::printf("%d", b);
  for (int x : out)
    std::printf(" %d", x);
}
