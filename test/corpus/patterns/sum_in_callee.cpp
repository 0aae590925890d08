// A callee adds to a global, or to what a reference leads to; nobody reads it
// before the end.
#include <cmath>
#include <cstdio>

static double sum0, sum1;
static int calls;

static void note(int i) {
  sum0 = sum0 + std::sqrt(i);
  calls++;
}

static void bump(int &q, int by) { q += by; }

int main() {
  int q = 0;
  static double root[60];
  [[mp::parallel_map]]
  for (int i = 1; i <= 60; i++) {
    root[i - 1] = std::sqrt(i) * 2;
    note(i);
  }
  [[mp::parallel_map]]
  for (int i = 1; i <= 60; i++) {
    double x = std::sqrt(i + 0.5);
    bump(q, static_cast<int>(x));
  }
  for (int i = 1; i <= 60; i++)
    sum1 = sum1 + std::sqrt(i);
  std::printf("%d %d %a %a %d\n", sum0 == sum1, calls, sum0, root[59], q);
}
