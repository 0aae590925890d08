// The program's code behind a member pointer, an allocator, a specialised swap.
#include <cstdlib>
#include <functional>
#include <utility>
#include <vector>

int calls = 0;

struct Source {
  int n = 0;
  int next() { return n++; }
};
struct Box {
  int value;
};
namespace std {
template <> void swap<Box>(Box &a, Box &b) noexcept {
  int kept = a.value;
  a.value = b.value;
  b.value = kept + calls++; // expect-note?
}
} // namespace std

template <class T> struct Counting {
  using value_type = T;
  Counting() = default;
  template <class U> Counting(const Counting<U> &) {}
  T *allocate(std::size_t n) {
    calls += int(n); // expect-note?
    return static_cast<T *>(std::malloc(n * sizeof(T)));
  }
  void deallocate(T *p, std::size_t) { std::free(p); }
  bool operator==(const Counting &) const { return true; }
  bool operator!=(const Counting &) const { return false; }
};

void f(int *out, int n, Source &source, Box (&left)[40], Box (&right)[40]) {
  auto member = &Source::next;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = (source.*member)(); // expect-error {{mp-opaque-call}}
  auto call = std::mem_fn(&Source::next);
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = call(source); // expect-error {{mp-opaque-call}}
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i)
    std::swap(left[i], right[i]); // expect-error {{mp-carried}}: calls
  // expect-note@-1?
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::vector<int, Counting<int>> mine(8); // expect-error {{mp-carried}}: calls
    // expect-note@-1?
    out[i] = calls + int(mine.size()); // expect-error? {{mp-carried}}
    // expect-note@-1?
  }
}
