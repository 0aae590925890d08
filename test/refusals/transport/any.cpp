// std::any: the type is not known.
#include <any>
#include <vector>

void f(std::vector<std::any> &out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = i; // expect-error {{mp-transport|mp-worker-pointer}}: out
}
