// A filter that gathers, and the same filter that scatters into overlapping
// windows.
#include <cstdio>

int main() {
  double in[60], gathered[70] = {}, scattered[70] = {};
  const double tap[5] = {0.1, 0.25, 0.3, 0.25, 0.1};
  for (int i = 0; i < 60; i++)
    in[i] = i * 23 % 29;
  [[mp::parallel_map]]
  for (int i = 4; i < 60; i++)
    for (int k = 0; k < 5; k++)
      gathered[i] += in[i - k] * tap[k];
  [[mp::parallel_map]]
  for (int i = 0; i < 60; i++)
    for (int k = 0; k < 5; k++)
      scattered[i + k] += in[i] * tap[k]; // in order: the same bits
  for (int i = 0; i < 70; i++)
    std::printf("%a %a\n", gathered[i], scattered[i]);
}
