// VERDICT: any
// RUNS: any
// A conversion that gives a reference: what that refers to is read.
#include <cstdio>

struct Handle {
  int *target;
  operator int &() const { return *target; }
};

int main() {
  int out[40], x = 0;
  Handle handle{&x};
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    out[i] = handle + 1;
    x = i;
  }
  for (int y : out)
    std::printf("%d ", y);
  std::printf("%d\n", x);
}
