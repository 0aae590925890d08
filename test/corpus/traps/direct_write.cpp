// write(2) on descriptors 1 and 2 in the body.
// VERDICT: any
#include <cstdio>
#include <unistd.h>

static bool say(const char *text) {
  ssize_t length = 0;
  while (text[length])
    ++length;
  return write(1, text, length) == length && write(2, text, 1) == 1;
}

int main() {
  int right = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    char text[16];
    std::snprintf(text, sizeof text, "%d,", i);
    right += say(text);
  }
  std::printf("%d\n", right);
}
