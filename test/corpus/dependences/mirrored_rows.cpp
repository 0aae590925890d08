// A row is made from mirrored cells of the row above, in one flat array.
#include <cstdio>

enum { H = 12, W = 25 };

static void flat(int *p, int h, int w) {
  for (int i = 1; i < h; i++) {
    [[mp::parallel_map]]
    for (int j = 0; j < w; j++)
      p[i * w + j] += p[(i - 1) * w + w - 1 - j];
  }
}

int main() {
  int p[H * W], q[H * W];
  for (int i = 0; i < H * W; i++)
    p[i] = q[i] = i % 11;
  for (int i = 1; i < H; i++) {
    [[mp::parallel_map]]
    for (int j = 0; j < W; j++)
      p[i * W + j] += p[(i - 1) * W + W - 1 - j];
  }
  flat(q, H, W);
  for (int i = 0; i < H * W; i++)
    std::printf("%d %d ", p[i], q[i]);
  std::puts("");
}
