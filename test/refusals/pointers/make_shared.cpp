// What a shared_ptr of a worker points to exists there only.
#include <memory>
#include <vector>

void f(std::vector<std::shared_ptr<int>> &out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = std::make_shared<int>(i); // expect-error {{mp-worker-pointer|mp-transport}}: out
}
