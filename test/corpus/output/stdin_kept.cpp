// What stdin has read ahead stays where it is: the program goes on reading after the loop.
// STDIN: first line\nsecond line\nthird line\nfourth line
#include <cstdio>
#include <iostream>
#include <string>

int main() {
  char buffer[64];
  std::string line;
  if (!std::fgets(buffer, sizeof buffer, stdin))
    return 1;
  std::printf("%s", buffer);
  int out[40], sum = 0;
  for (int round = 0; round < 2; ++round) {
    [[mp::parallel_map]]
    for (int i = 0; i < 40; ++i) {
      out[i] = i * round;
      sum += out[i];
      if (i % 20 == 0)
        std::printf("%d\n", i);
    }
    std::getline(std::cin, line);
    std::printf("%s %d\n", line.c_str(), sum);
  }
}
