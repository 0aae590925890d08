// Subscripts from a list: reading through it, and writing through it what is
// read elsewhere.
#include <cstdio>
#include <vector>

static int mixed(int x) { return (x * 31 + 7) % 64; }

int main() {
  int order[64], in[64], gathered[64], scattered[64] = {}, twice[64] = {};
  for (int i = 0; i < 64; i++) {
    order[i] = i * 29 % 64;
    in[i] = i * i;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 64; i++)
    gathered[i] = in[order[i]] + in[order[order[i]]];
  [[mp::parallel_map]]
  for (int i = 0; i < 64; i++) {
    scattered[order[i]] = mixed(in[i]);
    twice[order[i] / 2] =
        mixed(i); // some are written twice: the last one stays
  }
  for (int i = 0; i < 64; i++)
    std::printf("%d %d %d\n", gathered[i], scattered[i], twice[i]);
}
