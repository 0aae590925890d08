// A loop inside an accepted one runs serially in its workers; inside a refused
// one it is judged by itself.
// RUN: %exits 1 %mp-rewrite --check --explain %s -- 2>/dev/null | %check
// RUN: %mp-rewrite --keep-serial %s -- 2>/dev/null > %t.cpp
// RUN: %check --check-prefix=TEXT --implicit-check-not='{{\[\[(mp|using)}}' < %t.cpp
// RUN: %gxx -std=c++17 -Wall -Wextra -Werror -fsyntax-only -I%include %t.cpp

void accepted(double *p, int n) {
  // CHECK: nested.cpp:[[#@LINE+2]]: loop in 'accepted': accepted
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    // CHECK: nested.cpp:[[#@LINE+3]]: loop in 'accepted': accepted
    // CHECK-NEXT: conditions:
    // CHECK-NEXT: {{^}}    runs serially inside the workers of the loop in line [[#@LINE-3]]{{$}}
    [[mp::parallel_map]] for (int j = 0; j < 10; ++j) {
      [[using mp: parallel_map, chunk(2)]]
      for (int k = 0; k < 10; ++k)
        p[100 * i + 10 * j + k] = i * j * k;
    }
  }
}
// TEXT-COUNT-1: {{mp::parallel_map[(]}}
// TEXT-NOT: {{mp::parallel_map[(]}}

void refused(double *p, int n) {
  // CHECK: nested.cpp:[[#@LINE+2]]: loop in 'refused': refused
  [[mp::parallel_map]]
  for (int i = 1; char(i) < n; ++i) {
    double q[10];
    // CHECK: nested.cpp:[[#@LINE+2]]: loop in 'refused': accepted
    [[mp::parallel_map]]
    for (int j = 0; j < 10; ++j)
      q[j] = i * j;
    p[i] += q[3];
  }
}
// TEXT: void refused
// TEXT-COUNT-1: {{mp::parallel_map[(]}}
// TEXT-NOT: {{mp::parallel_map[(]}}
