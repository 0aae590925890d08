// RUNS: serial
// A static pointer to a static: what is written through it is read by name.
#include <cstdio>

static int level;
static int *where = &level;

static void fill(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = level + i;
    *where = i;
  }
}

int main() {
  int out[50];
  fill(out, 50);
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d\n", level);
}
