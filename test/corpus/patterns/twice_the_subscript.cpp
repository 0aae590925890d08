// Subscripts of different strides that never meet, or meet only what is older.
#include <cstdio>

int main() {
  int a[160], b[160], c[160], d[300], e[200], f[200];
  for (int i = 0; i < 160; i++)
    a[i] = b[i] = c[i] = i * 3 % 101;
  for (int i = 0; i < 300; i++)
    d[i] = i;
  for (int i = 0; i < 200; i++)
    e[i] = f[i] = i * 7 % 50;
  [[mp::parallel_map]]
  for (int i = 0; i < 80; i++)
    a[2 * i] = a[2 * i + 1] + i; // even from odd
  [[mp::parallel_map]]
  for (int i = 79; i >= 0; i--)
    b[2 * i + 1] = b[2 * i] + b[2 * i]; // downwards
  [[mp::parallel_map]]
  for (int i = 0; i < 78; i++)
    c[2 * i] = c[2 * i + 3] - c[2 * i + 2]; // odd ones, and the next even one
  [[mp::parallel_map]]
  for (int i = 0; i < 90; i++)
    d[3 * i] = d[3 * i + 1] + d[3 * i + 2] + d[3 * i + 3];
  [[mp::parallel_map]]
  for (int i = 0; i < 80; i++)
    e[2 * i] = e[2 * i] + c[i]; // itself
  [[mp::parallel_map]]
  for (int i = 0; i < 49; i++)
    f[4 * i + 2] = f[4 * i] + f[4 * i + 6]; // every fourth
  for (int i = 0; i < 160; i++)
    std::printf("%d %d %d ", a[i], b[i], c[i]);
  for (int x : d)
    std::printf("%d ", x);
  for (int i = 0; i < 200; i++)
    std::printf("%d %d ", e[i], f[i]);
  std::puts("");
}
