// The destructors of a local container's elements write a global.
#include <vector>

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
    std::vector<Item> items(3); // expect-error? {{mp-destructor}}
    // expect-note@-1?
    out[i] = items[0].value * 2; // expect-error? {{mp-destructor}}
    // expect-note@-1?
  }
}

int get() { return total; }
