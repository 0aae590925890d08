// Parameters: arrays that are pointers, references to arrays, variable-length strides, argv.
// ARGS: one 22 three 4444 five
#include <cstdio>
#include <cstring>

static void rows(double m[][5], int h, double (&fixed)[6], const int *const perm) {
  [[mp::parallel_map]]
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < 5; ++x)
      m[y][x] = perm[x] + y;
  [[mp::parallel_map]]
  for (int i = 0; i < 6; ++i)
    fixed[i] = m[i][i % 5];
}

int main(int argc, char **argv) {
  double m[30][5], fixed[6];
  const int perm[5] = {4, 2, 0, 1, 3};
  std::size_t length[10] = {}, chars = 0;
  rows(m, 30, fixed, perm);
  [[mp::parallel_map]]
  for (int i = 1; i < argc; ++i) {
    length[i] = std::strlen(argv[i]);
    chars += length[i];
    std::puts(argv[i]);
  }
  for (auto &r : m)
    for (double x : r)
      std::printf("%a ", x);
  for (double x : fixed)
    std::printf("%a ", x);
  std::printf("%zu %zu\n", chars, length[2]);
}
