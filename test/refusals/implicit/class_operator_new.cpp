// operator new of the class counts.
#include <cstdlib>

static int made = 0;
struct Item {
  static void *operator new(std::size_t size) {
    ++made; // expect-note?
    return std::malloc(size);
  }
  static void operator delete(void *p) { std::free(p); }
  int id = 0;
};

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    Item *item = new Item; // expect-error? {{mp-carried|mp-hidden-state}}
    // expect-note@-1?
    out[i] = made + item->id; // expect-error? {{mp-carried|mp-hidden-state}}
    // expect-note@-1?
    delete item;
  }
}
