// std::cout writes elsewhere: the loop stays serial, and its output is where it belongs.
// RUNS: any
#include <cstdio>
#include <iostream>
#include <sstream>

int main() {
  std::ostringstream text;
  std::streambuf *old = std::cout.rdbuf(text.rdbuf());
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i)
    std::cout << i * i << ' ';
  std::cout.rdbuf(old);
  std::printf("[%s]\n", text.str().c_str());
}
