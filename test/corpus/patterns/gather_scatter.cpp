// Strides in reading and in writing: of other arrays, or of one, at its own
// element.
#include <cstdio>

int main() {
  double a[240], b[120], thin[120], wide[240];
  for (int i = 0; i < 240; i++)
    a[i] = wide[i] = i;
  for (int i = 0; i < 120; i++)
    b[i] = i + 1;
  [[mp::parallel_map]]
  for (int i = 0; i < 120; i++)
    a[i * 2] = a[i * 2] + b[i];
  [[mp::parallel_map]]
  for (int i = 0; i < 120; i++)
    thin[i] = a[2 * i] - a[2 * i + 1];
  [[mp::parallel_map]]
  for (int i = 119; i >= 0; i--)
    wide[2 * i + 1] = thin[i] * wide[2 * i];
  for (int i = 0; i < 240; i++)
    std::printf("%a %a\n", a[i], wide[i]);
}
