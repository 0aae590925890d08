// Prints whether its loop ran outside this process, too.
#include <cstdio>
#include <unistd.h>
#include <vector>

int main() {
  std::vector<long> squares(1000);
  std::vector<int> process(1000);
  [[mp::parallel_map]]
  for (int i = 0; i < 1000; i++) {
    squares[i] = (long)i * i;
    process[i] = getpid();
  }
  long sum = 0;
  int elsewhere = 0;
  for (int i = 0; i < 1000; i++) {
    sum += squares[i];
    elsewhere += process[i] != getpid();
  }
  std::printf("%ld, %s\n", sum, elsewhere > 0 ? "in workers" : "serial");
  return 0;
}
