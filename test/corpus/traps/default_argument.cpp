// A default argument and a default member initialiser draw from a counter.
// VERDICT: any
#include <cstdio>

static int counter = 0;
static int draw() { return ++counter; }
struct Item {
  int id = draw();
};
static int tagged(int x, int id = draw()) { return x * 100 + id; }

int main() {
  int out[40];
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    Item item;
    out[i] = tagged(i) + item.id;
  }
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d\n", counter);
}
