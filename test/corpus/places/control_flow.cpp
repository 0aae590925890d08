// while, do, switch with fall-through, labels, conditional operators and comma in the body.
#include <cstdio>

int main() {
  int out[120];
  [[mp::parallel_map]]
  for (int i = 0; i < 120; ++i) {
    int x = i, steps = 0;
    while (x != 1 && x != 0) {
      x = x % 2 ? 3 * x + 1 : x / 2;
      ++steps;
    }
    int d = i, digits = 0;
    do
      digits += d % 10;
    while (d /= 10);
    switch (i % 5) {
    case 0:
      steps += 1000;
      [[fallthrough]];
    case 1:
      steps += 100;
      break;
    case 2: {
      int y = steps;
      steps = y * 2;
    } break;
    default:
      steps = -steps;
    }
    int k = 0;
  again:
    if (k++ < i % 4)
      goto again;
    out[i] = (steps += k, steps * 100 + digits);
  }
  for (int x : out)
    std::printf("%d ", x);
  std::puts("");
}
