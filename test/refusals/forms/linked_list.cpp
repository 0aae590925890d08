// An element that is changed in place, and nothing else is done.
#include <list>

void f(std::list<int> &l) {
  [[mp::parallel_map]]
  for (int &x : l)
    // expect-error@+1 {{mp-carried}}: x
    x *= 2;
}
