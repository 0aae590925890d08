// One temporary for all iterations: outside the loop, global, static, a member,
// in a nest.
#include <cstdio>

static int shared;

struct Meter {
  int reading = 0;
  void sample(int *a, int n) {
    [[mp::parallel_map]]
    for (int i = 0; i < n; i++) {
      reading = a[i] * 3;
      a[i] = reading - i;
    }
  }
};

int main() {
  int i, k, temp, a[90], b[90], c[90], d[90];
  static int kept;
  double part, cube[6][6][6];
  for (i = 0; i < 90; i++)
    a[i] = b[i] = c[i] = d[i] = i * 5 % 90;
  [[mp::parallel_map]]
  for (i = 0; i < 90; i++) {
    temp = a[i] + i;
    a[i] = temp;
  }
  [[mp::parallel_map]]
  for (i = 0; i < 90; i++) {
    shared = b[i] + i;
    b[i] = shared * shared;
  }
  [[mp::parallel_map]]
  for (i = 0; i < 90; i++) {
    kept = c[i] + i;
    c[i] = kept;
  }
  Meter meter;
  meter.sample(d, 90);
  [[mp::parallel_map]]
  for (i = 0; i < 6; i++)
    for (int j = 0; j < 6; j++)
      for (k = 0; k < 6; k++) {
        part = 6.0 / (i + j + k + 1);
        cube[i][j][k] = part + 4;
      }
  for (i = 0; i < 90; i++)
    std::printf("%d %d %d %d ", a[i], b[i], c[i], d[i]);
  for (auto &plane : cube)
    for (auto &row : plane)
      for (double x : row)
        std::printf("%a ", x);
  std::printf("%d %d %d\n", shared, kept, meter.reading);
}
