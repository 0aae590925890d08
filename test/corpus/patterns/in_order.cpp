// An element is read only to be written anew: the program itself does that, in
// order.
#include <cmath>
#include <cstdio>

int main() {
  int hit[60] = {};
  double a[6][6] = {}, x[60];
  for (int i = 0; i < 60; i++)
    x[i] = std::sin(i);
  [[mp::parallel_map]]
  for (int i = 0; i < 60; i++) {
    double s = std::sqrt(i + x[i] * x[i]);
    hit[i] = hit[i] + static_cast<int>(s * 100);
    if (i == 1)
      hit[5] = 1; // which iteration 5 adds to
  }
  [[mp::parallel_map]]
  for (int k = 0; k < 60; k++)
    for (int i = 0; i < 6; i++)
      for (int j = 0; j < 6; j++)
        a[i][j] = a[i][j] * 0.5 + x[k] * i - j;
  for (int x : hit)
    std::printf(" %d", x);
  for (auto &row : a)
    for (double v : row)
      std::printf(" %a", v);
  std::puts("");
}
