// What one std::shared_ptr leads to another may lead to as well.
#include <memory>

void f() {
  std::shared_ptr<int[]> one(new int[40]());
  std::shared_ptr<int[]> other = one;
  [[mp::parallel_map]]
  for (int i = 1; i < 40; i++)
    // expect-error@+2 {{mp-may-alias}}: one
    // expect-note@+1
    other[i] = (one[i - 1] * 3 + i) % 101;
}
