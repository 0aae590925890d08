// A linear congruential generator in a static of a callee; one in a member.
// VERDICT: any
#include <cstdio>

static unsigned draw() {
  static unsigned state = 1;
  state = state * 1664525u + 1013904223u;
  return state >> 16;
}

struct Generator {
  unsigned state = 5;
  unsigned operator()() { return state = state * 22695477u + 1; }
};

int main() {
  unsigned a[40], b[40];
  Generator g;
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i)
    a[i] = draw();
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i)
    b[i] = g();
  for (int i = 0; i < 40; ++i)
    std::printf("%u %u\n", a[i], b[i]);
  std::printf("%u\n", draw());
}
