// longjmp out of the loop.
#include <csetjmp>

static std::jmp_buf place;

int f(int *out, int n) {
  if (setjmp(place))
    return 1;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    if (i * i > 1000)
      std::longjmp(place, 1); // expect-error {{mp-construct|mp-exit}}: longjmp
    out[i] = i;
  }
  return 0;
}
