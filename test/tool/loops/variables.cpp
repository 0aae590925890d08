// Loop variables of types that can't be counted with.
// RUN: %exits 1 %mp-rewrite --check %s -- -std=c++17 2>&1 | %check %strict
#include <iterator>
#include <utility>

enum Colour { red, green, blue };
struct MyIterator {
  using iterator_category = std::random_access_iterator_tag;
  using value_type = int;
  using difference_type = long;
  using pointer = int *;
  using reference = int &;
  int *p;
  int &operator*() const { return *p; }
  MyIterator &operator++() { ++p; return *this; }
  bool operator!=(MyIterator o) const { return p != o.p; }
};

void f(double *out, int n, MyIterator a, MyIterator b) {
  int i = 0;
  int &r = i;
  // CHECK: variables.cpp:[[#@LINE+3]]:22: error: the loop variable 'r' is a reference; not yet supported: count in a variable that is no reference [mp-loop-form]
  // CHECK: variables.cpp:[[#@LINE-2]]:8: note: declared here
  [[mp::parallel_map]]
  for (r = 0; r < n; ++r) out[r] = 1;
  // CHECK: error: the loop variable 'v' is volatile, so its value can't be known ahead [mp-loop-form]
  // CHECK: variables.cpp:[[#@LINE+2]]:21: note: declared here
  [[mp::parallel_map]]
  for (volatile int v = 0; v < n; ++v) out[v] = 1;
  // CHECK: error: the loop variable 'b1' is of type bool; not yet supported: count in an integer [mp-loop-form]
  // CHECK: note: declared here
  [[mp::parallel_map]]
  for (bool b1 = false; b1 < n; b1 += 1) out[b1] = 1;
  // CHECK: error: the loop variable 'w' is of an integer type wider than 64 bits; not yet supported [mp-loop-form]
  // CHECK: note: declared here
  [[mp::parallel_map]]
  for (__int128 w = 0; w < n; ++w) out[w] = 1;
  // CHECK: error: the loop's header changes 'it.p' with every iteration; not yet supported unless it is a local number, pointer or iterator that only the loop has [mp-loop-form]
  [[mp::parallel_map]]
  for (MyIterator it = a; it != b; ++it) *it = 1;
  // CHECK: variables.cpp:[[#@LINE+2]]:{{[0-9]+}}: error: the loop variable is a structured binding; not yet supported: count in a variable of its own [mp-loop-form]
  [[mp::parallel_map]]
  for (auto [k, m] = std::pair(0, n); k < m; ++k) out[k] = 1;
}
