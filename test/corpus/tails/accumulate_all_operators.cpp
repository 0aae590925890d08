// Every compound assignment as an accumulation, in order.
#include <cstdio>

int main() {
  int add = 1, sub = 2, mul = 1, div = 2000000000, mod = 1999999999, shl = 1, shr = 0x7fffffff;
  unsigned band = ~0u, bor = 0, bxor = 7;
  double fdiv = 1e300, fmul = 1;
  int pre = 0, post = 0;
  [[mp::parallel_map]]
  for (int i = 1; i < 90; ++i) {
    int x = i * i % 17;
    add += x;
    sub -= x;
    mul *= (x | 1) % 3 + (i % 29 == 0);
    div /= 1 + (x == 4);
    mod %= 1000000007 - x;
    shl <<= (i % 30 == 0);
    shr >>= (i % 20 == 0);
    band &= ~(1u << (x & 31));
    bor |= 1u << (i % 8);
    bxor ^= static_cast<unsigned>(i) * 2654435761u;
    fdiv /= 1.0 + x;
    fmul *= 1.0 + 1.0 / i;
    ++pre;
    post--;
  }
  std::printf("%d %d %d %d %d %d %d %u %u %u %a %a %d %d\n", add, sub, mul, div, mod, shl, shr,
              band, bor, bxor, fdiv, fmul, pre, post);
}
