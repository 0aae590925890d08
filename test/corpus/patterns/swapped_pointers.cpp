// RUNS: both
// After a swap a pointer leads into the array that is read by its own name.
#include <cstdio>
#include <utility>

static double x[40], y[40];

struct Pair {
  double *first, *second;
};

static void by_swap(bool turned) {
  double *a = x, *b = y;
  if (turned)
    std::swap(a, b);
  [[mp::parallel_map]]
  for (int i = 1; i < 40; i++)
    b[i] = x[i - 1] * 0.5 + i;
  a[0] += 1;
}

static void by_hand(int rounds) {
  double *a = x, *b = y;
  for (int k = 0; k < rounds; k++) {
    double *t = a;
    a = b;
    b = t;
  }
  [[mp::parallel_map]]
  for (int i = 1; i < 40; i++)
    b[i] = x[i - 1] * 0.25 - i;
  a[1] += 1;
}

static void turn(double *&a, double *&b) {
  double *t = a;
  a = b;
  b = t;
}

static void by_callee(bool turned) {
  double *a = x, *b = y;
  if (turned)
    turn(a, b);
  [[mp::parallel_map]]
  for (int i = 1; i < 40; i++)
    b[i] = x[i - 1] + i;
  a[2] += 1;
}

static void by_address(bool turned) {
  double *b = y, **which = &b;
  if (turned)
    *which = x;
  [[mp::parallel_map]]
  for (int i = 1; i < 40; i++)
    b[i] = x[i - 1] * 2 - i;
}

static void by_member(bool turned) {
  Pair p = {x, y};
  if (turned)
    std::swap(p.first, p.second);
  [[mp::parallel_map]]
  for (int i = 1; i < 40; i++)
    p.second[i] = x[i - 1] / 3 + i;
}

int main() {
  for (int i = 0; i < 40; i++)
    x[i] = y[i] = i * 11 % 17;
  for (int turned = 0; turned < 2; turned++) {
    by_swap(turned);
    by_hand(2 + turned);
    by_callee(turned);
    by_address(turned);
    by_member(turned);
  }
  for (int i = 0; i < 40; i++)
    std::printf("%a %a\n", x[i], y[i]);
}
