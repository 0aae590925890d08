// free of a row.
#include <cstdlib>

void f(double **rows, double *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = rows[i][0];
    std::free(rows[i]); // expect-error {{mp-outer-free}}
  }
}
