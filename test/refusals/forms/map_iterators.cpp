// Nor can it be said in those of a map.
#include <map>

void f(std::map<int, int> &m) {
  [[mp::parallel_map]]
  for (auto it = m.begin(); it != m.end(); ++it)
    // expect-error@+2 {{mp-worker-pointer}}: it
    // expect-note@+1
    it->second *= 2;
}
