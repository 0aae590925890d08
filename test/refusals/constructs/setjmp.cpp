// setjmp in the body.
#include <csetjmp>

static std::jmp_buf place;

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = setjmp(place); // expect-error {{mp-construct}}
}
