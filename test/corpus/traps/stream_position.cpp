// Where a stream stands, and its format, are asked for in the body.
// VERDICT: any
#include <cstdio>
#include <fstream>
#include <iostream>

int main() {
  std::ofstream file("out.txt");
  long at[30];
  long precision[30];
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i) {
    at[i] = static_cast<long>(file.tellp());
    file << i * i << '\n';
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i) {
    precision[i] = std::cout.precision();
    std::cout.precision(i % 7 + 2);
    std::cout << i / 7.0 << '\n';
  }
  for (int i = 0; i < 30; ++i)
    std::printf("%ld %ld\n", at[i], precision[i]);
}
