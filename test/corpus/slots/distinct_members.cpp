// One member of an element is written, another one of the element before is read.
#include <cstdio>

struct Cell {
  int now, next;
  double weight[2];
};

int main() {
  Cell c[70];
  for (int i = 0; i < 70; ++i)
    c[i] = {i, 0, {i * 0.5, 0}};
  [[mp::parallel_map]]
  for (int i = 1; i < 69; ++i) {
    c[i].next = c[i - 1].now + c[i + 1].now;
    c[i].weight[1] = c[i - 1].weight[0] * c[i].next;
  }
  for (auto &x : c)
    std::printf("%d %d %a %a\n", x.now, x.next, x.weight[0], x.weight[1]);
}
