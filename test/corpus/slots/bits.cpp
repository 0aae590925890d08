// Members that are bit-fields, private members, and subscripts made with shifts.
#include <cstdio>
#include <vector>

struct Packed {
  unsigned low : 4, high : 4;
  int count;
};

class Account {
public:
  void deposit(int x) {
    balance += x;
    ++entries;
  }
  int total() const { return balance * 100 + entries; }
  int open = 0;

private:
  int balance = 1, entries = 0;
};

int main() {
  std::vector<Packed> packed(40);
  std::vector<int> pairs(80);
  std::vector<Account> accounts(40);
  int table[64];
  [[mp::parallel_map]]
  for (unsigned i = 0; i < 40; ++i) {
    packed[i].low = i & 15;
    packed[i].high = packed[i].low + 1u;
    packed[i].count = int(packed[i].high);
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    pairs[i << 1] = i;
    pairs[(i << 1) | 1] = -i;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    accounts[i].deposit(i);
    accounts[i].open = 1;
    if (i % 3 == 0)
      accounts[i].deposit(7);
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 16; ++i)
    for (int k = 0; k < 4; ++k)
      table[i << 2 | k] = i * k;
  for (auto &p : packed)
    std::printf("%u %u %d ", unsigned(p.low), unsigned(p.high), p.count);
  for (int x : pairs)
    std::printf("%d ", x);
  for (auto &a : accounts)
    std::printf("%d %d ", a.total(), a.open);
  for (int x : table)
    std::printf("%d ", x);
}
