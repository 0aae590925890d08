// The vector that is indexed and bounds the loop is replaced.
#include <vector>

void f(std::vector<int> &v, const std::vector<int> &w) {
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < v.size(); ++i) { // expect-note?
    v[i] += 1;
    if (i == 7)
      v = w; // expect-error {{mp-loop-changed|mp-carried}}: v
  }
}
