// The program's own operator new counts; containers call it.
#include <cstdlib>
#include <new>
#include <vector>

static int allocations;

void *operator new(std::size_t size) {
  ++allocations; // expect-note?
  return std::malloc(size);
}
void operator delete(void *p) noexcept { std::free(p); }
void operator delete(void *p, std::size_t) noexcept { std::free(p); }

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::vector<int> v(static_cast<std::size_t>(i + 1)); // expect-error? {{mp-carried|mp-hidden-state}}
    // expect-note@-1?
    out[i] = allocations + v[0]; // expect-error? {{mp-carried|mp-hidden-state}}
    // expect-note@-1?
  }
}
