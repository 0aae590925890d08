// The copies that a container makes are counted.
#include <vector>

static int copies;
struct Item {
  int value = 0;
  Item(int v) : value(v) {}
  Item(const Item &other) : value(other.value) {
    ++copies; // expect-note?
  }
  Item &operator=(const Item &) = default;
};

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::vector<Item> items; // expect-error? {{mp-carried}}
    for (int k = 0; k < 4; ++k)
      items.push_back(Item(k)); // expect-error? {{mp-carried|mp-hidden-state}}
    // expect-note@-1?
    out[i] = copies; // expect-error? {{mp-carried|mp-hidden-state}}
    // expect-note@-1?
  }
}
