// Results over many pages, and small ones that share a page with what tails write.
#include <cstdio>
#include <vector>

struct Shared {
  int before[3];
  int out[50];
  int count;
  int more[50];
};

int main() {
  std::vector<unsigned> big(300001);
  std::vector<unsigned char> bytes(70001);
  static Shared shared;
  [[mp::parallel_map]]
  for (std::size_t i = 1; i < big.size(); ++i)
    big[i] = static_cast<unsigned>(i * 2654435761u);
  [[mp::parallel_map]]
  for (std::size_t i = 3; i < bytes.size() - 2; ++i)
    bytes[i] = static_cast<unsigned char>(i % 251);
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i) {
    shared.out[i] = i;
    shared.count += i;
    shared.more[i] = -i;
  }
  unsigned long hash = 5;
  for (unsigned x : big)
    hash = hash * 1000003 + x;
  for (unsigned char x : bytes)
    hash = hash * 1000003 + x;
  for (int i = 0; i < 50; ++i)
    hash = hash * 1000003 + static_cast<unsigned>(shared.out[i] + shared.more[i] * 7);
  std::printf("%lu %d\n", hash, shared.count);
}
