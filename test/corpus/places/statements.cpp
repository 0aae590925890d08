// The loop where a statement may stand: under if and else, between case labels, behind a label,
// as the body of another loop, in try and catch, alone in a block.
#include <cstdio>

static int out[30];

static void run(int k) {
  if (k == 0)
    [[mp::parallel_map]] for (int i = 0; i < 30; ++i)
      out[i] = i;
  else if (k == 1)
    [[mp::parallel_map]]
    for (int i = 0; i < 30; i += 2)
      out[i] += 100;
  else
    std::puts("else");
  switch (k) {
  case 2:
    [[mp::parallel_map]]
    for (int i = 3; i < 9; ++i)
      out[i] *= 2;
    break;
  case 3:
    [[mp::parallel_map]]
    for (int i = 0; i < 30; ++i)
      out[i] -= k;
    [[fallthrough]];
  default:
    out[0]++;
  }
  if (k == 4)
    goto here;
  std::puts("not 4");
here:
  [[mp::parallel_map]]
  for (int i = 29; i > 20; --i)
    out[i] += k;
  for (int round = 0; round < k; ++round)
    [[mp::parallel_map]]
    for (int i = 0; i < 30; ++i)
      out[i] += round * i;
  try {
    [[mp::parallel_map]]
    for (int i = 0; i < 10; ++i) {
      if (k == 5 && i == 7)
        throw k;
      out[i] ^= 1;
    }
  } catch (int x) {
    [[mp::parallel_map]]
    for (int i = 0; i < 10; ++i)
      out[i] += x * 1000;
  }
}

int main() {
  for (int k = 0; k < 6; ++k) {
    run(k);
    for (int x : out)
      std::printf("%d ", x);
    std::puts("");
  }
}
