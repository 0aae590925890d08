// The bound is shortened through a pointer, a step through a reference.
// VERDICT: any
#include <cstdio>

static void run(int *out, int n, int k) {
  int *limit = &n;
  int &step = k;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i += k) {
    out[i] = i;
    if (i == 20)
      *limit = 50;
    if (i == 30)
      step = 3;
  }
}

int main() {
  int out[100] = {};
  run(out, 100, 1);
  for (int x : out)
    std::printf("%d ", x);
  std::puts("");
}
