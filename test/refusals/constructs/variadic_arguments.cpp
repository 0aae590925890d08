// va_arg moves on from iteration to iteration.
#include <cstdarg>

void f(int *out, int n, ...) {
  va_list args;
  va_start(args, n);
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = va_arg(args, int); // expect-error {{mp-construct}}
  va_end(args);
}
