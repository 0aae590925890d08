// return out of main from within the loop: the exit status.
// EXIT: 21
#include <cstdio>

int main() {
  int out[50] = {};
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i) {
    out[i] = i * i;
    std::printf("%d\n", out[i]);
    if (out[i] > 400)
      return i;
  }
  std::puts("not reached");
}
