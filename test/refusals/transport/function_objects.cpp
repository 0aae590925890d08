// std::function elements: code and captures can't travel.
#include <functional>
#include <vector>

void f(std::vector<std::function<int(int)>> &out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = [i](int x) { return x + i; }; // expect-error {{mp-transport|mp-worker-pointer}}: out
}
