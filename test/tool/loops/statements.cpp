// Statements that are no loop of a known form.
// RUN: %exits 1 %mp-rewrite --check %s -- -std=c++17 2>&1 | %check %strict

void f(double *out, int n) {
  int i = 0;
  // CHECK: statements.cpp:[[#@LINE+2]]:15: error: this loop has no step that is understood; not yet supported: change the loop variable in the header ('++i', 'i += k') or in the last statement of the body, and nowhere else [mp-loop-form]
  [[mp::parallel_map]]
  while (i < n)
    out[i++] = 1;
  // CHECK: statements.cpp:[[#@LINE+2]]:3: error: a 'do' loop is not yet supported: write a 'for' loop with the number of its iterations in the header [mp-loop-form]
  [[mp::parallel_map]]
  do
    out[--i] = 1;
  while (i);
  // CHECK: statements.cpp:[[#@LINE+2]]:32: error: this loop has no step that is understood;
  [[mp::parallel_map]]
  for (int k = 0; out && k < n;)
    out[k++] = 1;
}
