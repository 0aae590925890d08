// Many iterations write one place, none reads it: the last one stays.
#include <cstdio>
#include <cstdlib>

static int folded(int i) { return (i ^ (i << 3)) & 255; }

int main() {
  int *a = static_cast<int *>(std::calloc(100, sizeof(int)));
  int n = 100, mark[4] = {};
  double line[8];
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    a[i] = folded(i);
    if (i == 1)
      a[0] = 1; // what iteration 0 wrote is overwritten
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    mark[i % 3] = folded(i);
    if (n > 1000) // never
      mark[3] = i;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 30; i++)
    for (int k = 0; k < 8; k++)
      line[k] = i * 0.125 + k; // the whole line, each time
  for (int i = 0; i < n; i++)
    std::printf("%d ", a[i]);
  for (int x : mark)
    std::printf("%d ", x);
  for (double x : line)
    std::printf("%a ", x);
  std::puts("");
  std::free(a);
}
