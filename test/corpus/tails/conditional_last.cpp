// The last iteration that assigns wins; also when it is not the last iteration.
#include <cstdio>
#include <string>

int main() {
  int last = -1, first = -1, parity = 0;
  std::string name = "none";
  [[mp::parallel_map]]
  for (int i = 0; i < 100; ++i) {
    int x = i * 41 % 59;
    if (x > 50) {
      last = i;
      name = "n" + std::to_string(x);
    }
    if (x == 30 && first < 0)
      first = i;
    if (x % 2)
      parity = !parity;
  }
  std::printf("%d %d %d %s\n", last, first, parity, name.c_str());
}
