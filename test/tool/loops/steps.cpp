// Step parts that are not understood.
// RUN: %exits 1 %mp-rewrite --check %s -- -std=c++17 2>&1 | %check %strict

struct Counter {
  int i, a[3];
  void run(double *out, int n) {
    // CHECK: steps.cpp:[[#@LINE+2]]:32: error: the loop variable is not a plain variable; not yet supported: count in a local variable [mp-loop-form]
    [[mp::parallel_map]]
    for (i = 0; i < n; ++this->i) out[i] = 1;
    // CHECK: steps.cpp:[[#@LINE+2]]:32: error: the loop variable is not a plain variable; not yet supported: count in a local variable [mp-loop-form]
    [[mp::parallel_map]]
    for (a[0] = 0; a[0] < n; ++a[0]) out[a[0]] = 1;
  }
};

void f(double *out, int n, double half) {
  // CHECK: steps.cpp:[[#@LINE+2]]:31: error: the step is zero, so the loop never ends [mp-loop-form]
  [[mp::parallel_map]]
  for (int i = 1; i < n; i += 0) out[i] = 1;
  // CHECK: steps.cpp:[[#@LINE+2]]:31: error: the step is not an integer; not yet supported: write '++', '--', '+= k' or '-= k' with an integer k [mp-loop-form]
  [[mp::parallel_map]]
  for (int i = 1; i < n; i += half) out[i] = 1;
  // CHECK: steps.cpp:[[#@LINE+2]]:55: error: the step counts down while the condition is an upper bound; not yet supported: write a loop that counts towards its bound [mp-loop-form]
  [[mp::parallel_map]]
  for (unsigned i = unsigned(n) - 1; i < unsigned(n); --i) out[i] = 1;
  // CHECK: steps.cpp:[[#@LINE+2]]:29: error: the step counts up while the condition is a lower bound; not yet supported: write a loop that counts towards its bound [mp-loop-form]
  [[mp::parallel_map]]
  for (int i = n; i >= 0; i += 2) out[i] = 1;
}
