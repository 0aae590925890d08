// What is written in a list's elements can't be said in the parent.
#include <list>

void f(std::list<int> &l) {
  [[mp::parallel_map]]
  for (int &x : l)
    // expect-error@+2 {{mp-carried}}: x
    // expect-note@+1
    x *= 2;
}
