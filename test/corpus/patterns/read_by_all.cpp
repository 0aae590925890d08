// Parameters and globals that all iterations read; elements updated on their
// own.
#include <cstdio>

static int a[50], grid[20][20];
static char text[50];

static void raise(int *values, int n, int by) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    values[i] = values[i] + by;
}

static void halve(double out[], double in[], int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double half = 0.5 * in[i];
    out[i] = half;
  }
}

static void add(int n, int *__restrict sum, int *__restrict x,
                int *__restrict y) {
  [[mp::parallel_map]]
  for (int i = 0; i <= n - 1; i += 1)
    sum[i] = x[i] + y[i];
}

int main() {
  double in[50], out[50];
  int b[50], c[50], error;
  for (int i = 0; i < 50; i++) {
    text[i] = static_cast<char>('0' + i);
    in[i] = i;
    b[i] = i * i;
  }
  raise(a, 50, 7);
  halve(out, in, 50);
  add(50, c, a, b);
  [[mp::parallel_map]]
  for (int i = 0; i < 50; i++)
    text[i] = static_cast<char>(text[i] + 1);
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++)
    for (int j = 0; j < 20; j++)
      grid[i][j] = grid[i][j] + i - j;
  [[mp::parallel_map]]
  for (int i = 0; i < 50; i++)
    b[i] = a[0] + b[i] * 5;
  error = b[9] + 1;
  std::printf("%d %.50s\n", error, text);
  for (int i = 0; i < 50; i++)
    std::printf("%d %d %d %a\n", a[i], b[i], c[i], out[i]);
  for (auto &row : grid)
    for (int x : row)
      std::printf("%d ", x);
  std::puts("");
}
