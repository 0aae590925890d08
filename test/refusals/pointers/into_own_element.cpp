// A view into a string that is encoded: after decoding it points to nothing.
#include <string>
#include <string_view>
#include <vector>

struct Entry {
  std::string text;
  std::string_view first;
};

void f(std::vector<Entry> &out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i].text = std::to_string(i);
    out[i].first = std::string_view(out[i].text).substr(0, 1); // expect-error {{mp-worker-pointer|mp-transport}}
  }
}
