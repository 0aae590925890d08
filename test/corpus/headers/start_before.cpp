// No start in the header: the loop goes on where the variable stands. No step expression of 1.
#include <cstdio>

int main() {
  int out[50] = {}, i = 3;
  [[mp::parallel_map]]
  for (; i < 20; ++i)
    out[i] = i;
  std::printf("%d\n", i);
  [[mp::parallel_map]]
  for (; i < 40; i += 3)
    out[i] = -i;
  std::printf("%d\n", i);
  for (int x : out)
    std::printf("%d ", x);
  std::puts("");
}
