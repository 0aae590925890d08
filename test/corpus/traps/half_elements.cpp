// Iteration i writes one part of element i and another part of element i+1.
// VERDICT: any
#include <cstdio>
#include <string>
#include <vector>

struct Small {
  char a, b;
};
struct Large {
  std::string name, tag;
};

int main() {
  Small s[41] = {};
  std::vector<Large> l(41);
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    s[i].a = static_cast<char>(i);
    s[i + 1].b = static_cast<char>(100 - i);
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    l[i].name = "name " + std::to_string(i);
    l[i + 1].tag = "tag " + std::to_string(i);
  }
  for (int i = 0; i < 41; ++i)
    std::printf("%d %d %s %s\n", s[i].a, s[i].b, l[i].name.c_str(), l[i].tag.c_str());
}
