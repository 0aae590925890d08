// An outer string stream that is reset in each iteration, one that is not.
// VERDICT: any
#include <cstdio>
#include <sstream>
#include <string>
#include <vector>

int main() {
  std::ostringstream text, growing;
  std::vector<std::string> a(30), b(30);
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i) {
    text.str("");
    text << i << '/' << i * 2;
    a[i] = text.str();
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i) {
    growing << i;
    b[i] = growing.str();
  }
  for (int i = 0; i < 30; ++i)
    std::printf("%s %s\n", a[i].c_str(), b[i].c_str());
}
