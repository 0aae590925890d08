// A list has no random access.
#include <list>

void f(std::list<int> &l) {
  [[mp::parallel_map]]
  for (int &x : l) // expect-error {{mp-loop-form}}
    x *= 2;
}
