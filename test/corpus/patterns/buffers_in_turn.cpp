// Two buffers change places between the steps: by three assignments, std::swap,
// and by number.
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

static double *now, *next, rate = 0.2;

int main() {
  const int n = 40;
  now = static_cast<double *>(std::malloc(n * sizeof(double)));
  next = static_cast<double *>(std::malloc(n * sizeof(double)));
  std::vector<double> p(n), q(n);
  double pair[2][n];
  for (int i = 0; i < n; i++)
    now[i] = next[i] = p[i] = q[i] = pair[0][i] = pair[1][i] = i * 37 % 41;
  for (int t = 0; t < 6; t++) {
    [[mp::parallel_map]]
    for (int i = 1; i < n - 1; i++)
      next[i] = now[i] + rate * (now[i - 1] + now[i + 1] - 2 * now[i]);
    double *old = now;
    now = next;
    next = old;
  }
  for (int t = 0; t < 6; t++) {
    [[mp::parallel_map]]
    for (int i = 1; i < n - 1; i++)
      q[i] = p[i] + rate * (p[i - 1] + p[i + 1] - 2 * p[i]);
    std::swap(p, q);
  }
  int turn = 0;
  for (int t = 0; t < 6; t++) {
    [[mp::parallel_map]]
    for (int i = 1; i < n - 1; i++)
      pair[1 - turn][i] =
          pair[turn][i] + rate * (pair[turn][i - 1] - pair[turn][i]);
    turn = 1 - turn;
  }
  for (int i = 0; i < n; i++)
    std::printf("%a %a %a\n", now[i], p[i], pair[turn][i]);
  std::free(now);
  std::free(next);
}
