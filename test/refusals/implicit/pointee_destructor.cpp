// unique_ptr destroys what it owns.
#include <memory>

static int total = 0;
struct Item {
  int value = 1;
  ~Item() {
    total += value; // expect-note?
  }
};

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    auto item = std::make_unique<Item>(); // expect-error? {{mp-destructor|mp-carried}}
    // expect-note@-1?
    out[i] = item->value * total; // expect-error? {{mp-destructor|mp-carried}}
    // expect-note@-1?
  }
}
