// Scratch arrays at the top of the function, filled before they are read; one is live after.
#include <cstdio>

int main() {
  double p[3], q[4][4], out[44];
  int i, j, k;
  [[mp::parallel_map]]
  for (i = 0; i < 44; i++) {
    p[0] = i;
    p[1] = i * 0.5;
    p[2] = p[0] + p[1];
    for (j = 0; j < 4; j++)
      for (k = 0; k < 4; k++)
        q[j][k] = p[j % 3] * k;
    out[i] = 0;
    for (j = 0; j < 4; j++)
      for (k = 0; k < 4; k++)
        out[i] += q[k][j] * (j + 1);
  }
  for (i = 0; i < 44; i++)
    std::printf("%a ", out[i]);
  std::printf("%a %a %a %a\n", p[0], p[1], p[2], q[3][3]);
}
