// Reads and writes of different strides: what is read is written later, by the
// iteration itself, or never.
#include <cstdio>

int main() {
  int b[160], f[200], g[240], c[240], half[64], reversed[70], thirds[90];
  for (int i = 0; i < 240; i++)
    g[i] = c[i] = i % 37;
  for (int i = 0; i < 200; i++)
    f[i] = i % 41;
  for (int i = 0; i < 160; i++)
    b[i] = i % 43;
  for (int i = 0; i < 64; i++)
    half[i] = i;
  for (int i = 0; i < 70; i++)
    reversed[i] = i;
  for (int i = 0; i < 90; i++)
    thirds[i] = i * i % 19;
  [[mp::parallel_map]]
  for (int i = 0; i < 80; i++)
    b[i] = b[2 * i + 1] + 1;
  [[mp::parallel_map]]
  for (int i = 0; i < 49; i++)
    f[2 * i] = f[4 * i + 2] + 1;
  [[mp::parallel_map]]
  for (int i = 32; i < 120; i++)
    g[i + 32] = g[i * 2] + 1;
  [[mp::parallel_map]]
  for (int i = 0; i <= 32; i++)
    c[i * 2] = c[i + 32] + 1;
  [[mp::parallel_map]]
  for (int i = 0; i < 32; i++) // over half of the array
    half[i] = half[63 - i] + 1;
  [[mp::parallel_map]]
  for (int i = 0; i < 35; i++) {
    int t = reversed[i];
    reversed[i] = reversed[69 - i];
    reversed[69 - i] = t;
  }
  [[mp::parallel_map]]
  for (int i = 29; i >= 0; i--) // downwards: those above are written
    thirds[3 * i] = thirds[2 * i + 1] + thirds[i];
  for (int i = 0; i < 240; i++)
    std::printf("%d %d %d %d %d %d %d ", g[i], c[i], f[i % 200], b[i % 160],
                half[i % 64], reversed[i % 70], thirds[i % 90]);
  std::puts("");
}
