// Pointers that go on from one member to the next, or through all rows of an
// array of arrays: formally nowhere, in practice everywhere.

#include <algorithm>
#include <cstdio>
#include <vector>

struct Vec {
  float x, y, z;
  float &operator[](int k) { return (&x)[k]; }
  float operator[](int k) const { return (&x)[k]; }
};

static void set(float *v, float a) {
  v[0] = a;
  v[1] = a + 1;
  v[2] = a + 2;
}

int main() {
  std::vector<Vec> v(9);
  Vec w[9] = {};
  int cells[9][2][4] = {}, other[9][2][4] = {};
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++)
    for (int k = 0; k < 3; k++)
      v[static_cast<std::size_t>(i)][k] = static_cast<float>(i * k + 1);
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++)
    set(&w[i].x, static_cast<float>(i));
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++)
    std::fill(&cells[i][0][0], &cells[i][0][0] + 8, i);
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++) {
    int *p = &other[i][0][0], *end = p + 8;
    int k = i;
    while (p != end)
      *p++ = k++;
  }
  for (int i = 0; i < 9; i++) {
    const Vec &one = v[static_cast<std::size_t>(i)];
    std::printf("%g %g %g %g %g %g", static_cast<double>(one.x),
                static_cast<double>(one[1]), static_cast<double>(one.z),
                static_cast<double>(w[i].x), static_cast<double>(w[i].y),
                static_cast<double>(w[i].z));
    for (int r = 0; r < 2; r++)
      for (int c = 0; c < 4; c++)
        std::printf(" %d/%d", cells[i][r][c], other[i][r][c]);
    std::printf("\n");
  }
}
