// Copy constructors and assignments that count.
// VERDICT: any
#include <cstdio>
#include <vector>

static int copies = 0;
struct Counted {
  int value = 0;
  Counted() = default;
  Counted(const Counted &o) : value(o.value) { ++copies; }
  Counted &operator=(const Counted &o) {
    value = o.value;
    copies += 100;
    return *this;
  }
};

int main() {
  std::vector<Counted> out(30);
  out.reserve(60);
  Counted model;
  copies = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i) {
    Counted local(model);
    local.value = i;
    out[i] = local;
  }
  for (auto &c : out)
    std::printf("%d ", c.value);
  std::printf("%d\n", copies);
}
