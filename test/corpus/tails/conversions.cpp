// Accumulations that round at every step: an int sum of doubles, a float of doubles, a char.
#include <cstdio>

int main() {
  int whole = 0;
  float f = 0;
  signed char c = 0;
  unsigned short u = 65530;
  bool any = false, all = true;
  long big = 1;
  [[mp::parallel_map]]
  for (int i = 0; i < 100; ++i) {
    double x = i * 0.7 + 0.4;
    whole += x;
    f += x;
    c += 3;
    u += 7;
    any |= x > 60;
    all &= x < 69.5;
    big = (big * 3 + i) % 1000003;
  }
  std::printf("%d %a %d %u %d %d %ld\n", whole, static_cast<double>(f), c, u, any, all, big);
}
