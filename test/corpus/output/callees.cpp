// What callees print, through stdio, iostreams and write(2), between the tails of the loop.
#include <cstdio>
#include <iostream>
#include <unistd.h>

static int noisy(int i) {
  std::printf("[printf %d]", i);
  if (i % 3 == 0)
    std::cout << "[cout " << i << "]";
  if (i % 5 == 0)
    std::cerr << "[cerr " << i << "]";
  std::fputs(i % 2 ? "[odd]" : "[even]", stdout);
  std::fprintf(stderr, "e%d ", i);
  return i * 2;
}

int main() {
  int sum = 0;
  std::printf("no newline yet ");
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i) {
    std::printf("\n%d: ", i);
    int x = noisy(i);
    sum += x;
    std::cout << " sum " << sum;
    noisy(x);
    std::putchar('.');
  }
  std::printf("\n%d\n", sum);
}
