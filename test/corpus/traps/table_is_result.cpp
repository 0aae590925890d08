// out[index[i]] where index is out itself in one of the calls.
// VERDICT: any
// RUNS: any
#include <cstdio>

static void run(int *out, const int *index, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[index[i]] = i * 3 % 40;
}

int main() {
  int a[40] = {}, index[40], b[40];
  for (int i = 0; i < 40; ++i) {
    index[i] = i * 7 % 40;
    b[i] = i * 11 % 40;
  }
  run(a, index, 40);
  run(b, b, 40);
  for (int i = 0; i < 40; ++i)
    std::printf("%d %d\n", a[i], b[i]);
}
