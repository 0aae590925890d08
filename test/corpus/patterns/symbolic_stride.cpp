// RUNS: any
// p[i * stride + j] with a stride that the tool can't know: it must be as long
// as the row.
#include <cstdio>

static void grow(int *p, int rows, int stride, int width) {
  [[mp::parallel_map]]
  for (int i = 0; i < rows; i++)
    for (int j = 0; j < width; j++)
      p[i * stride + j] = p[i * stride + j] * 3 % 101 + i;
}

static void from_below(int *p, int rows, int stride) {
  [[mp::parallel_map]]
  for (int i = 0; i < rows; i++)
    for (int j = 0; j < stride; j++)
      p[i * stride + j] += p[(i + 1) * stride + j];
}

int main() {
  int a[200];
  for (int i = 0; i < 200; i++)
    a[i] = i * 7 % 31;
  grow(a, 20, 9, 9);
  grow(a, 20, 9, 4); // gaps
  grow(a, 20, 5, 9); // rows overlap
  grow(a, 20, -3, 3 - 3);
  from_below(a, 20, 9);
  from_below(a + 190, 9, 1);
  for (int x : a)
    std::printf("%d ", x);
  std::puts("");
}
