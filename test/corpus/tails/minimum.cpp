// Minimum with its index: the first one on ties, the last one on ties, and of doubles.
#include <cmath>
#include <cstdio>

int main() {
  int best = 1 << 30, at = -1, last = -1, lastAt = -1;
  double most = -1e300;
  int mostAt = -1;
  [[mp::parallel_map]]
  for (int i = 0; i < 300; ++i) {
    int x = (i * 31 + 7) % 50;
    double y = std::sin(i * 0.37) * 10;
    if (x < best) {
      best = x;
      at = i;
    }
    if (x >= last) {
      last = x;
      lastAt = i;
    }
    if (y > most)
      most = y, mostAt = i;
  }
  std::printf("%d %d %d %d %a %d\n", best, at, last, lastAt, most, mostAt);
}
