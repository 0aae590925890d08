// A throw out of the loop of a noexcept function: terminate.
// SIGNAL: SIGABRT
#include <cstdio>

static int checked(int i) {
  if (i == 31)
    throw i;
  return i;
}

static int broken(int *out, int n) noexcept {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = checked(i);
  return 0;
}

int main() {
  int out[40];
  std::puts("start");
  std::fflush(stdout);
  return broken(out, 40);
}
