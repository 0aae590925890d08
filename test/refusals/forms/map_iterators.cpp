// Neither has a map.
#include <map>

void f(std::map<int, int> &m) {
  [[mp::parallel_map]]
  for (auto it = m.begin(); it != m.end(); ++it) // expect-error {{mp-loop-form}}
    // expect-note@-1?
    it->second *= 2;
}
