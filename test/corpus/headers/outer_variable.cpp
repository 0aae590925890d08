// C89 header: the variable lives outside the loop, and its final value counts.
#include <cstdio>

int main() {
  static double out[100];
  int i, n = 73;
  [[mp::parallel_map]]
  for (i = 0; i < n; i = i + 1) {
    out[i] = i * 0.5;
  }
  std::printf("%d\n", i);
  for (int k = 0; k < 100; ++k)
    std::printf("%a ", out[k]);
  std::printf("\n");
}
