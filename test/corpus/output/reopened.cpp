// stdout has been reopened onto a file before the loop.
#include <cstdio>

int main() {
  std::puts("on the first stdout");
  if (!std::freopen("second.txt", "w", stdout))
    return 1;
  std::printf("head, ");
  [[mp::parallel_map]]
  for (int i = 0; i < 35; ++i)
    std::printf("%d,", i * 3);
  std::puts(" foot");
}
