// C89 scratch declared at the top; its last value is used after the loop.
#include <cstdio>

int main() {
  int i, j, n = 77;
  double t, u, out[77];
  [[mp::parallel_map]]
  for (i = 0; i < n; i++) {
    t = i * 0.25;
    u = t * t;
    for (j = 0; j < 5; j++)
      u = u + j;
    out[i] = t + u;
  }
  std::printf("%d %d %a %a\n", i, j, t, u);
  for (i = 0; i < n; i++)
    std::printf("%a ", out[i]);
  std::puts("");
}
