#include <cstdio>
#include <unistd.h>

// How many processes have run iterations: without mp it is one.
int main() {
  const int n = 64;
  int parent = getpid(), elsewhere[n], sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    elsewhere[i] = getpid() != parent;
    sum += i;
  }
  int count = 0;
  for (int value : elsewhere)
    count += value;
  std::printf("%d %s\n", sum, count > 0 ? "parallel" : "serial");
}
