// A std::function that may hold state.
#include <functional>

void f(std::function<int(int)> &work, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = work(i); // expect-warning {{mp-opaque-call}}
}
