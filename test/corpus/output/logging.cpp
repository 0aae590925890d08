// A variadic logging function, as legacy programs have it, to stderr and to stdout.
#include <cstdarg>
#include <cstdio>

static void log_line(std::FILE *to, const char *format, ...) {
  va_list args;
  va_start(args, format);
  std::fputs("log: ", to);
  std::vfprintf(to, format, args);
  std::fputc('\n', to);
  va_end(args);
}

int main() {
  int out[50];
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i) {
    out[i] = i * i;
    log_line(stdout, "square of %d is %d", i, out[i]);
    if (i % 8 == 0)
      log_line(stderr, "%3d%%", 2 * i);
  }
  for (int x : out)
    std::printf("%d ", x);
  std::puts("");
}
