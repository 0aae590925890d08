// An iteration past the break would never end: it must not be waited for.
#include <cstdio>

int main() {
  int next[50], out[50] = {}, i;
  for (int k = 0; k < 50; ++k)
    next[k] = k < 20 ? k + 1 : k; // from 20 on: a cycle that never reaches 20 again
  [[mp::parallel_map]]
  for (i = 0; i < 50; ++i) {
    if (i > 20)
      break;
    int steps = 0;
    for (int k = i; k != 20; k = next[k])
      ++steps;
    out[i] = steps;
  }
  std::printf("%d\n", i);
  for (int x : out)
    std::printf("%d ", x);
  std::puts("");
}
