// A thread that is started in the body and lives on.
#include <thread>

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::thread work([out, i] { out[i] = i; }); // expect-error? {{mp-construct|mp-opaque-call|mp-kernel-effect|mp-not-classified|mp-unknown-write}}
    // expect-note@-1?
    work.detach(); // expect-error? {{mp-construct|mp-opaque-call|mp-kernel-effect|mp-not-classified}}
    // expect-note@-1?
  }
}
