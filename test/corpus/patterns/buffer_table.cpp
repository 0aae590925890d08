// Two halves of one block, used in turn through a table of pointers.
#include <cstdio>

static void diffuse(double *to, const double *from, int n) {
  [[mp::parallel_map]]
  for (int i = 1; i < n - 1; i++)
    to[i] = from[i] + 0.2 * (from[i - 1] + from[i + 1] - 2 * from[i]);
}

int main() {
  const int n = 30;
  static double block[2 * n];
  double *half[2] = {&block[0], &block[n]};
  int turn = 0;
  for (int i = 0; i < n; i++)
    half[0][i] = half[1][i] = i * 11 % 31;
  for (int t = 0; t < 8; t++) {
    diffuse(half[1 - turn], half[turn], n);
    turn = 1 - turn;
  }
  for (double x : block)
    std::printf("%a ", x);
  std::puts("");
}
