// An iterator loop that looks one element back.
#include <vector>

void f(std::vector<int> &v) {
  [[mp::parallel_map]]
  for (auto it = v.begin() + 1; it != v.end(); ++it)
    // expect-error@+1 {{mp-carried}}
    *it = *(it - 1) + 1;
  // expect-note@-1
}
