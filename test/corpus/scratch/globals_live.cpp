// The same, and what they hold after the loop is printed: the last iteration's.
#include <cstdio>

static double work[8];
static int used;

static double norm(double x) {
  for (int k = 0; k < 8; ++k)
    work[k] = x / (k + 1);
  used = static_cast<int>(x) % 5;
  double s = 0;
  for (int k = 7; k >= 0; --k)
    s += work[k] * work[k];
  return s + used;
}

int main() {
  double norms[70];
  [[mp::parallel_map]]
  for (int i = 0; i < 70; ++i)
    norms[i] = norm(i * 3);
  for (double x : norms)
    std::printf("%a\n", x);
  for (double x : work)
    std::printf("%a ", x);
  std::printf("%d\n", used);
}
