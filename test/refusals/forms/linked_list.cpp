// What an element becomes decides what the next one does.
#include <list>

void f(std::list<int> &l, int limit) {
  [[mp::parallel_map]]
  for (int &x : l) {
    x *= 2; // expect-note?
    // expect-error@+1 {{mp-carried}}: l
    if (l.front() > limit)
      x = 0;
  }
}
