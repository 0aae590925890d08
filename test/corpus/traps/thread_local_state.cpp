// A thread_local that goes from iteration to iteration; errno as well.
// VERDICT: any
#include <cerrno>
#include <cstdio>
#include <cstdlib>

static thread_local int previous = -1;

int main() {
  int out[40], codes[40];
  errno = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    out[i] = previous;
    previous = i * i;
    if (i % 10 == 4)
      (void)std::strtol("99999999999999999999999", nullptr, 10);
    codes[i] = errno;
  }
  for (int i = 0; i < 40; ++i)
    std::printf("%d %d\n", out[i], codes[i]);
  std::printf("%d\n", previous);
}
