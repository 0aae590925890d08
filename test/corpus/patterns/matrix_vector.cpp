// A matrix times a vector: the loop over rows, then the inner sum.
#include <cstdio>

static double m[40][40], v[40], by_rows[40], by_sums[40];

int main() {
  for (int i = 0; i < 40; i++) {
    v[i] = 1.0 / (i + 2);
    for (int j = 0; j < 40; j++)
      m[i][j] = (i * j) % 13 - 6;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 40; i++) {
    float sum = 0.0f;
    for (int j = 0; j < 40; j++)
      sum += static_cast<float>(m[i][j] * v[j]);
    by_rows[i] = sum;
  }
  for (int i = 0; i < 40; i++) {
    float sum = 0.0f;
    [[mp::parallel_map]]
    for (int j = 0; j < 40; j++)
      sum += static_cast<float>(m[i][j] * v[j]);
    by_sums[i] = sum;
  }
  for (int i = 0; i < 40; i++)
    std::printf("%a %a\n", by_rows[i], by_sums[i]);
}
