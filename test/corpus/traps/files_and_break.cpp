// Files are made by each iteration, and the loop stops early: no file too many.
// VERDICT: any
#include <cstdio>
#include <fstream>
#include <string>

int main() {
  int i;
  [[mp::parallel_map]]
  for (i = 0; i < 60; ++i) {
    std::ofstream out("file" + std::to_string(i));
    out << i * i << '\n';
    if (i * i > 300)
      break;
  }
  std::printf("%d\n", i);
}
