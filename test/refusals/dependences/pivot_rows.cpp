// Elimination where the pivot's row is one of those that are changed.
#include <vector>
static double m[30][30];

void from_the_pivot(int k) {
  [[mp::parallel_map]]
  for (int i = k; i < 30; i++)
    for (int j = 0; j < 30; j++)
      // expect-error@+1 {{mp-carried}}: m
      m[i][j] -= 0.5 * m[k][j];
  // expect-note@-1
}

void next_row(int k) {
  [[mp::parallel_map]]
  for (int i = k + 1; i < 30; i++)
    for (int j = k + 1; j < 30; j++)
      // expect-error@+1 {{mp-carried}}: m
      m[i][j] -= 0.5 * m[k + 1][j];
  // expect-note@-1
}

void any_row(std::vector<std::vector<double>> &v, int k) {
  [[mp::parallel_map]]
  for (int i = 0; i < 30; i++)
    for (int j = 0; j < 30; j++)
      // expect-error@+1 {{mp-carried}}: v
      v[i][j] -= 0.5 * v[k][j];
  // expect-note@-1
}
