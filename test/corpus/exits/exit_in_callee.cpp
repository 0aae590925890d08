// A callee that reports an error and exits, as legacy code does.
// EXIT: 3
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

[[noreturn]] static void die(const char *format, ...) {
  va_list args;
  va_start(args, format);
  std::vfprintf(stderr, format, args);
  va_end(args);
  std::exit(3);
}

static int parse(const char *text) {
  int value = 0;
  for (const char *p = text; *p; ++p) {
    if (*p < '0' || *p > '9')
      die("bad digit '%c' in %s\n", *p, text);
    value = value * 10 + *p - '0';
  }
  return value;
}

int main() {
  const char *in[] = {"1", "20", "300", "4000", "5x", "6", "7y"};
  int out[7] = {};
  [[mp::parallel_map]]
  for (int i = 0; i < 7; ++i) {
    out[i] = parse(in[i]);
    std::printf("%d\n", out[i]);
  }
  std::puts("not reached");
}
