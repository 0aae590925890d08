// It gets an outer container by reference.
#include <vector>

void update(std::vector<int> &v, int i);

void f(std::vector<int> &v, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = i;
    update(v, i); // expect-error {{mp-opaque-call}}: update
  }
}
