// Static locals of the body: a counter, a buffer, a value computed on first use.
// VERDICT: any
#include <cstdio>

static int started(int i) {
  std::printf("first use at %d\n", i);
  return i;
}

int main() {
  int out[40];
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    static int calls = 0;
    static int since = -1;
    if (i == 7)
      since = i;
    out[i] = ++calls * 100 + since;
  }
  [[mp::parallel_map]]
  for (int i = 5; i < 40; ++i) {
    static const int first = started(i);
    out[i] += first;
  }
  for (int x : out)
    std::printf("%d ", x);
  std::puts("");
}
