// Iterators into rows that the workers fill.
#include <vector>

void f(std::vector<std::vector<int>> &rows, std::vector<std::vector<int>::iterator> &at, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    rows[i].push_back(i);
    at[i] = rows[i].begin(); // expect-error {{mp-worker-pointer|mp-transport|mp-carried}}: at
  }
}
