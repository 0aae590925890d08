// Written on both branches before it is read; the last value is that of the last iteration.
#include <cstdio>

struct Pair {
  int a, b;
};

int main() {
  int t, s, out[90];
  Pair p;
  [[mp::parallel_map]]
  for (int i = 0; i < 90; ++i) {
    if (i % 3 == 0)
      t = i * 2;
    else
      t = -i;
    switch (i % 4) {
    case 0:
      s = 10;
      break;
    case 1:
      s = 20;
      break;
    default:
      s = t;
    }
    p.a = t;
    p.b = s;
    out[i] = t + s * 3 + p.a - p.b;
  }
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d %d %d %d\n", t, s, p.a, p.b);
}
