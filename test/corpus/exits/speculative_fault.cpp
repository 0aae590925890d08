// Iterations past the break would read and write outside of their arrays: they don't count.
// VERDICT: any
#include <cstdio>
#include <sys/mman.h>
#include <unistd.h>

int main() {
  const long page = sysconf(_SC_PAGESIZE);
  char *block = static_cast<char *>(
      mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  mprotect(block + page, page, PROT_NONE);
  const int n = 100;
  int *out = reinterpret_cast<int *>(block + page) - n;
  const int *table[2000] = {};
  static int values[100];
  for (int i = 0; i < n; ++i) {
    values[i] = i * 3;
    table[i] = &values[i];
  }
  int i, sum = 0;
  [[mp::parallel_map]]
  for (i = 0; i < 2000; ++i) {
    if (i == n)
      break;
    int x = *table[i];
    out[i] = x + 1;
    sum += x;
  }
  std::printf("%d %d:", i, sum);
  for (int k = 0; k < n; ++k)
    std::printf(" %d", out[k]);
  std::puts("");
}
