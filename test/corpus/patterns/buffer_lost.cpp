// RUNS: both
// The swap was forgotten: from the second step on, both names are one buffer,
// and the loop must see it when it is entered.
#include <cstdio>
#include <cstdlib>

static double *now, *next;

int main() {
  const int n = 40;
  double *first = now = static_cast<double *>(std::malloc(n * sizeof(double)));
  double *second = next =
      static_cast<double *>(std::malloc(n * sizeof(double)));
  for (int i = 0; i < n; i++)
    now[i] = next[i] = i * 37 % 41;
  for (int t = 0; t < 5; t++) {
    [[mp::parallel_map]]
    for (int i = 1; i < n - 1; i++)
      next[i] = now[i] + 0.2 * (now[i - 1] + now[i + 1] - 2 * now[i]);
    now = next;
  }
  for (int i = 0; i < n; i++)
    std::printf("%a %a\n", first[i], second[i]);
  std::free(first);
  std::free(second);
}
