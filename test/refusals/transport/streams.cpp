// A string stream as an element.
#include <sstream>
#include <vector>

void f(std::vector<std::ostringstream> &out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] << i; // expect-error {{mp-transport}}: out
}
