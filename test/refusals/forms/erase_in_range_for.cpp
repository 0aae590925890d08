// The container of a range-for is changed.
#include <vector>

void f(std::vector<int> &v) {
  [[mp::parallel_map]]
  for (int &x : v) { // expect-note?
    x *= 2;
    if (x > 1000)
      v.pop_back(); // expect-error {{mp-loop-changed|mp-carried}}: v
  }
}
