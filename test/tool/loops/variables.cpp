// Loop variables of types that can't be counted with.
// RUN: %exits 1 %mp-rewrite --check %s -- -std=c++17 2>&1 | %check %strict
#include <iterator>
#include <list>
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

void f(double *out, int n, std::list<int> &list, MyIterator a, MyIterator b) {
  // CHECK: variables.cpp:[[#@LINE+4]]:31: error: the loop variable 'x' is of floating-point type; not yet supported: count in an integer, and compute the value from it [mp-loop-form]
  // CHECK: variables.cpp:[[#@LINE+3]]:15: note: declared here
  [[mp::parallel_map]]
  for (double
              x = 0; x < n; x += 0.5) out[int(x)] = x;
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
  // CHECK: error: the loop variable 'it' is neither an integer, a pointer nor a random-access iterator; not yet supported [mp-loop-form]
  // CHECK: note: declared here
  [[mp::parallel_map]]
  for (auto it = list.begin(); it != list.end(); ++it) *it = 1;
  // CHECK: error: the loop variable 'it' is an iterator of a type that is not known; not yet supported: count in an integer [mp-loop-form]
  // CHECK: note: declared here
  [[mp::parallel_map]]
  for (MyIterator it = a; it != b; ++it) *it = 1;
  // CHECK: variables.cpp:[[#@LINE+2]]:{{[0-9]+}}: error: the loop variable is a structured binding; not yet supported: count in a variable of its own [mp-loop-form]
  [[mp::parallel_map]]
  for (auto [k, m] = std::pair(0, n); k < m; ++k) out[k] = 1;
}
