// Running sums of each row, and the offsets added after.
#include <cstdio>

enum { ROWS = 10, W = 12 };
static int a[ROWS][W], offset[ROWS + 1];

static void add_behind(int *out, const int *in, int n, int d) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    out[i] = i < d ? in[i] : in[i] + in[i - d];
}

int main() {
  int doubled[2][64], from = 0;
  for (int r = 0; r < ROWS; r++)
    for (int i = 0; i < W; i++)
      a[r][i] = (r * 5 + i * 3) % 11;
  [[mp::parallel_map]]
  for (int r = 0; r < ROWS; r++) {
    for (int i = 1; i < W; i++)
      a[r][i] += a[r][i - 1];
    offset[r + 1] = a[r][W - 1];
  }
  for (int r = 0; r < ROWS; r++)
    offset[r + 1] += offset[r];
  [[mp::parallel_map]]
  for (int r = 1; r < ROWS; r++)
    for (int i = 0; i < W; i++)
      a[r][i] += offset[r];
  for (int i = 0; i < 64; i++)
    doubled[0][i] = doubled[1][i] = i % 5;
  for (int d = 1; d < 64; d *= 2) { // from one buffer into the other
    add_behind(doubled[1 - from], doubled[from], 64, d);
    from = 1 - from;
  }
  for (auto &row : a)
    for (int x : row)
      std::printf("%d ", x);
  for (int x : doubled[from])
    std::printf("%d ", x);
  std::puts("");
}
