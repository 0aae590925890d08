// The inner loop is a recurrence along its row; the annotated outer loop has
// none.
#include <cstdio>

static int height = 20, width = 13;
static double b[20][13];

static void flat(int *p, int rows, int stride) {
  [[mp::parallel_map]]
  for (int i = 0; i < rows; i++)
    for (int j = 1; j < stride; j++)
      p[i * stride + j] += p[i * stride + j - 1] * 3 % 101;
}

int main() {
  int p[20 * 7];
  for (int i = 0; i < height; i++)
    for (int j = 0; j < width; j++)
      b[i][j] = i * 3 % 7 + j;
  for (int i = 0; i < 140; i++)
    p[i] = i;
  [[mp::parallel_map]]
  for (int i = 0; i < height; i++)
    for (int j = 0; j < width - 1; j++)
      b[i][j] = b[i][j + 1];
  [[mp::parallel_map]]
  for (int i = 0; i < height; i++)
    for (int j = 1; j < width; j++)
      b[i][j] += b[i][j - 1] / 2;
  flat(p, 20, 7);
  for (int i = 0; i < height; i++)
    for (int j = 0; j < width; j++)
      std::printf("%a ", b[i][j]);
  for (int x : p)
    std::printf("%d ", x);
  std::puts("");
}
