// An exception that was caught, kept as an exception_ptr.
#include <exception>

void f(std::exception_ptr *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    try {
      throw i;
    } catch (...) {
      out[i] = std::current_exception(); // expect-error {{mp-transport|mp-worker-pointer}}
      // expect-warning@-1? {{mp-opaque-call}}
    }
  }
}
