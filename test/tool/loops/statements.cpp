// Statements that are no loop of a known form.
// RUN: %exits 1 %mp-rewrite --check %s -- -std=c++17 2>&1 | %check %strict

int more();

void f(double *out, int n) {
  int i = 0;
  // CHECK: statements.cpp:[[#@LINE+2]]:3: error: a 'while' loop is not yet supported: write a 'for' loop with the number of its iterations in the header [mp-loop-form]
  [[mp::parallel_map]]
  while (i < n)
    out[i++] = 1;
  // CHECK: statements.cpp:[[#@LINE+2]]:3: error: a 'do' loop is not yet supported: write a 'for' loop with the number of its iterations in the header [mp-loop-form]
  [[mp::parallel_map]]
  do
    out[--i] = 1;
  while (i);
  // CHECK: statements.cpp:[[#@LINE+2]]:35: error: the loop's header has no step; not yet supported: change the loop variable there ('++i', 'i += k') and nowhere else [mp-loop-form]
  [[mp::parallel_map]]
  for (int k = 0; more() && k < n;)
    out[k++] = 1;
  // CHECK: statements.cpp:[[#@LINE+2]]:19: error: the loop has no condition; not yet supported: compare the loop variable with a bound, and 'break' for the rest [mp-loop-form]
  [[mp::parallel_map]]
  for (i = 0;; ++i) {
    if (i == n)
      break;
    out[i] = 1;
  }
}
