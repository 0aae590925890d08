// What is taken out of another list may be of the one that is gone through.
#include <list>

void f(std::list<int> &a, std::list<int> &b) {
  [[mp::parallel_map]]
  for (int x : a) // expect-error {{mp-may-alias}}: a
    if (x % 3 == 0)
      b.remove(x + 3); // expect-note
}
