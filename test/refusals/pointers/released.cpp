// What a unique_ptr of the iteration releases exists in the worker only.
#include <memory>

void f(int **out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    auto p = std::make_unique<int>(i);
    out[i] = p.release(); // expect-error {{mp-worker-pointer}}: out
  }
}
