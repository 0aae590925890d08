// The container that is iterated grows in the loop.
#include <vector>

void f(std::vector<int> &v) {
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < v.size(); ++i) // expect-note?
    if (v[i] > 100)
      v.push_back(v[i] / 2); // expect-error {{mp-loop-changed|mp-carried}}: v
}
