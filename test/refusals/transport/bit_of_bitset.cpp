// What stands for a bit of the iteration's own std::bitset leads nowhere in the
// parent; as a bool it could be something else.
#include <bitset>
#include <vector>

void f(std::vector<bool> &kept, int &sum, int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 64; i++) {
    std::bitset<64> own(static_cast<unsigned>(i * 77));
    auto bit = own[3];
    out[i] = i;
    // expect-error@+2 {{mp-transport}}: bit
    // expect-note@+1
    kept.emplace_back(bit);
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 64; i++) {
    std::bitset<64> own(static_cast<unsigned>(i * 77));
    auto bit = own[3];
    out[i] = i;
    // expect-error@+2 {{mp-transport}}: bit
    // expect-note@+1
    sum > 3 ? sum += ~bit : sum--;
  }
}
