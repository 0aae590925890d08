// The scratch string is not cleared.
#include <string>
#include <vector>

void f(std::vector<std::string> &out, int n) {
  std::string s;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    s += "x";               // expect-note
    out[i] = s;             // expect-error {{mp-carried}}: s
  }
}
