// What --explain says, to people.
// RUN: %exits 1 %mp-rewrite --explain %s -- 2>%t.err | %check
// RUN: %exits 1 %mp-rewrite --explain --check %s -- 2>/dev/null | %check
// Messages go to stderr as ever.
// RUN: %check --check-prefix=ERRORS %strict < %t.err
#include <vector>

namespace space {
struct Class {
  // CHECK: {{^}}{{.*}}explain.cpp:[[#@LINE+5]]: loop "the first" in 'space::Class::method': accepted{{$}}
  // CHECK-NEXT: {{^}}  in order after (tail):   line [[#@LINE+6]]{{$}}
  // CHECK-NEXT: {{^}}  variables:{{$}}
  double method(std::vector<double> &out, const double *in, int n) {
    [[using mp: parallel_map, label("the first")]]
    for (int i = 0; i < n; ++i) {
      out[i] = in[i];
      sum += in[i];
    }
    // CHECK-DAG: {{^}}    out  slot   line [[#@LINE-3]]  {{[a-z]+}}
    // CHECK-DAG: {{^}}    i    loop   line [[#@LINE-5]]  {{[a-z]+}}
    return sum;
  }
  double sum;
};
} // namespace space

void refused(int *p, int n) {
  // CHECK: {{^}}{{.*}}explain.cpp:[[#@LINE+2]]: loop in 'refused': refused{{$}}
  [[mp::parallel_map]]
  for (int i = 1; char(i) < n; ++i)
    p[i] = i;
  // CHECK: {{^}}  error: {{ *}}mp-loop-form in line [[#@LINE-2]]{{$}}
  // ERRORS: explain.cpp:[[#@LINE-3]]:{{.*}}: error: {{.*}} [mp-loop-form]
}
