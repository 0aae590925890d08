// A condition that reads what the loop may write, for all that can be seen, is
// compared at the entry.
//
// RUNS: any

#include <cstdio>

static int copy_positive(const int *in, int *out, int n) {
  int i;
  [[mp::parallel_map]]
  for (i = 0; i < n && in[i] > 0; ++i)
    out[i] = in[i] * 3 % 101 - 40;
  return i;
}

static void fill(int *a, int n) {
  for (int i = 0; i < n; i++)
    a[i] = i * 7 % 97 + 1;
}

int main() {
  int a[90], b[90] = {};
  fill(a, 90);
  a[80] = -5;
  std::printf("%d\n", copy_positive(a, b, 90));
  // Each iteration writes what the condition of the next reads.
  int count = copy_positive(a, a + 1, 89);
  std::printf("%d\n", count);
  fill(a, 90);
  // ... or of the one before, or its own.
  std::printf("%d ", copy_positive(a + 1, a, 89));
  fill(a, 90);
  std::printf("%d\n", copy_positive(a, a, 90));
  for (int i = 0; i < 90; i++)
    std::printf("%d %d ", a[i], b[i]);
  std::puts("");
}
