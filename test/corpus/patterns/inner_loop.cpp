// The outer loop carries a recurrence from row to row; the annotated inner loop
// has none.
#include <cstdio>

enum { H = 12, W = 25 };
static double b[H][W], c[H][W];

int main() {
  int p[H * W];
  for (int i = 0; i < H; i++)
    for (int j = 0; j < W; j++) {
      b[i][j] = c[i][j] = i * j % 11;
      p[i * W + j] = i + j;
    }
  for (int i = 0; i < H - 1; i++) {
    [[mp::parallel_map]]
    for (int j = 0; j < W; j++)
      b[i][j] += b[i + 1][j];
  }
  for (int i = 1; i < H; i++) {
    [[mp::parallel_map]]
    for (int j = 1; j < W - 1; j++)
      c[i][j] = c[i - 1][j - 1] + c[i - 1][j + 1];
  }
  for (int i = 1; i < H; i++) {
    [[mp::parallel_map]]
    for (int j = 0; j < W; j++)
      p[i * W + j] += p[(i - 1) * W + j] * 3;
  }
  for (int i = 0; i < H; i++)
    for (int j = 0; j < W; j++)
      std::printf("%a %a %d ", b[i][j], c[i][j], p[i * W + j]);
  std::puts("");
}
