// Conditions that are not understood.
// RUN: %exits 1 %mp-rewrite --check %s -- -std=c++17 2>&1 | %check %strict

int more();

void f(double *out, int n, double x, const double *end) {
  // CHECK: conditions.cpp:[[#@LINE+2]]:19: error: the loop variable is converted before it is compared; not yet supported: convert the bound instead [mp-loop-form]
  [[mp::parallel_map]]
  for (int i = 0; (unsigned)i < unsigned(n); ++i) out[i] = 1;
  // CHECK: conditions.cpp:[[#@LINE+2]]:23: error: the bound is of floating-point type; not yet supported: convert it to an integer before the loop [mp-loop-form]
  [[mp::parallel_map]]
  for (int i = 0; i < x; ++i) out[i] = 1;
  // CHECK: conditions.cpp:[[#@LINE+2]]:23: error: the loop's condition declares a variable; not yet supported: compare the loop variable with a bound [mp-loop-form]
  [[mp::parallel_map]]
  for (int i = 0; int m = more(); ++i) out[i] = m;
  // CHECK: conditions.cpp:[[#@LINE+2]]:{{[0-9]+}}: error: the bound is of a type that the loop variable can't count up to; not yet supported [mp-loop-form]
  [[mp::parallel_map]]
  for (double *p = out; p != nullptr; ++p) *p = 1;
}
