// A counting pointer copied from outside: the count would change in the worker only.
#include <memory>
#include <vector>

void f(std::vector<std::shared_ptr<int>> &out, const std::shared_ptr<int> &in, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = in; // expect-error {{mp-worker-pointer|mp-transport}}
}
