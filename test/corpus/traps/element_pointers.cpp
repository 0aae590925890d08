// Results that point into their own element, into a neighbour, into a local static.
// VERDICT: any
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

struct Entry {
  std::string text;
  const char *end = nullptr;
  std::string_view first;
};

int main() {
  std::vector<Entry> out(30);
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i) {
    out[i].text = "a text that is too long for the small buffer " + std::to_string(i);
    out[i].end = out[i].text.c_str() + 7;
    out[i].first = std::string_view(out[i].text).substr(0, 4);
  }
  int right = 0;
  for (auto &e : out)
    right += e.end == e.text.c_str() + 7 && e.first.data() == e.text.data();
  std::printf("%d\n", right);
}
