// Relaxation from an old grid into a new one, with the sum of what is left,
// step by step.
#include <cmath>
#include <cstdio>

enum { W = 18 };
static double u[W][W], old[W][W], force[W][W];
static double relax = 0.9;

static double step(int w) {
  double error = 0, rest;
  int i, j;
  [[mp::parallel_map]]
  for (i = 0; i < w; i++)
    for (j = 0; j < w; j++)
      old[i][j] = u[i][j];
  [[mp::parallel_map]]
  for (i = 1; i < w - 1; i++)
    for (j = 1; j < w - 1; j++) {
      rest = old[i][j] - (old[i - 1][j] + old[i + 1][j] + old[i][j - 1] +
                          old[i][j + 1] + force[i][j]) /
                             4;
      u[i][j] = old[i][j] - relax * rest;
      error = error + rest * rest;
    }
  return std::sqrt(error) / w;
}

int main() {
  int xx, yy;
  [[mp::parallel_map]]
  for (int i = 0; i < W; i++)
    for (int j = 0; j < W; j++) {
      xx = i - W / 2;
      yy = j - W / 2;
      u[i][j] = i == 0 ? 1 : 0;
      force[i][j] = (1 - xx * xx) * (1 - yy * yy) / 1000.0;
    }
  for (int k = 0; k < 5; k++)
    std::printf("%a\n", step(W));
  for (auto &row : u)
    for (double v : row)
      std::printf("%a ", v);
  std::puts("");
}
