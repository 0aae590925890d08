// The views point into a string of the iteration.
#include <string>
#include <string_view>
#include <vector>

void f(std::vector<std::string_view> &out, int n) {
  static std::string s;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    s = std::to_string(i);
    out[i] = s; // expect-error {{mp-worker-pointer|mp-carried}}
  }
}
