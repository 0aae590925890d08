// Ranges whose elements can't be reached in any order.
// RUN: %exits 1 %mp-rewrite --check %s -- -std=c++17 2>&1 | %check %strict
// RUN: %exits 1 %mp-rewrite --check %s -- -std=c++2b -DCXX23 2>&1 | %check --check-prefix=CXX23 %strict
#include <string>
#include <vector>

#ifndef CXX23
struct Sentinel {};
struct Iota {
  int i;
  int operator*() const { return i; }
  Iota &operator++() { ++i; return *this; }
  bool operator!=(Sentinel) const { return i < 10; }
};
struct Numbers {
  Iota begin() const { return {0}; }
  Sentinel end() const { return {}; }
};

void f(double *out, int n, volatile int (&port)[4]) {
  // CHECK: ranges.cpp:[[#@LINE+2]]:16: error: the range's elements can't be reached in any order, only one after the other; not yet supported: copy them, or pointers to them, to a vector first [mp-loop-form]
  [[mp::parallel_map]]
  for (int x : Numbers()) out[x] = x;
  double vla[n];
  // CHECK: ranges.cpp:[[#@LINE+2]]:20: error: the range is an array whose bound is computed at run time; not yet supported: count in an integer [mp-loop-form]
  [[mp::parallel_map]]
  for (double &x : vla) x = 1;
  // CHECK: ranges.cpp:[[#@LINE+2]]:22: error: the elements of the range are volatile [mp-loop-form]
  [[mp::parallel_map]]
  for (volatile int &x : port) x = 1;
}
#else
std::vector<std::string> words();

void f(std::vector<char> &out) {
  // CXX23: ranges.cpp:[[#@LINE+2]]:17: error: this temporary lives as long as the loop from C++23 on; not yet supported: give it a name before the loop [mp-loop-form]
  [[mp::parallel_map]]
  for (char c : words().front()) out.push_back(c);
}
#endif
