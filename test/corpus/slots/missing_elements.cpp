// Elements that no iteration reaches, because a function returns, jumps or throws before it writes,
// need not be there: behind the array is memory that can't be read.
#include <cstdio>
#include <new>
#include <sys/mman.h>
#include <unistd.h>

static int last[4];

static void from_for(double *p, int n, int i) {
  for (int k = 0; k < n; ++k)
    if (last[k] == i)
      return;
  p[i] = i * 0.5;
}

static void from_range(double *p, int i) {
  for (int x : last)
    if (x == i)
      return;
  p[i] += i;
}

static void check(int i) {
  for (int x : last)
    if (x == i)
      throw i;
}

static void from_try(double *p, int i) {
  try {
    check(i);
    p[i] += 1;
  } catch (int) {
  }
}

int main() {
  const long page = sysconf(_SC_PAGESIZE);
  char *const memory = static_cast<char *>(
      mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  mprotect(memory + page, page, PROT_NONE);
  const int n = static_cast<int>(page / sizeof(double));
  double *const p = new (memory) double[n]();
  for (int k = 0; k < 4; ++k)
    last[k] = n + k;

  [[mp::parallel_map]]
  for (int i = 0; i < n + 4; ++i)
    from_for(p, 4, i);
  [[mp::parallel_map]]
  for (int i = 0; i < n + 4; ++i)
    from_range(p, i);
  [[mp::parallel_map]]
  for (int i = 0; i < n + 4; ++i)
    from_try(p, i);
  [[mp::parallel_map]]
  for (int i = 0; i < n + 4; ++i) {
    for (int x : last)
      if (x == i)
        goto next;
    p[i] += 2;
  next:;
  }

  double sum = 0;
  for (int i = 0; i < n; ++i)
    sum += (i % 7) * p[i];
  std::printf("%.17g\n", sum);
}
