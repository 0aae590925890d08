// The same array through two pointers: one is the slot, the other reads behind it.
// VERDICT: any
// RUNS: any
#include <cstdio>

struct View {
  int *data;
};

static void run(View a, View b, int n) {
  [[mp::parallel_map]]
  for (int i = 1; i < n; ++i) {
    a.data[i] = i;
    b.data[i] += b.data[i - 1];
  }
}

static void lag(View a, const View &b, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    a.data[i] = b.data[i] + 1;
}

int main() {
  int x[40] = {}, y[40] = {};
  lag({x + 3}, {x}, 37);
  run({x}, {y}, 40);
  for (int i = 0; i < 40; ++i)
    std::printf("%d %d\n", x[i], y[i]);
}
