// goto a label behind the loop.
// VERDICT: any
#include <cstdio>

int main() {
  int out[60] = {}, i, j = 0, sum = 0;
  [[mp::parallel_map]]
  for (i = 0; i < 60; ++i) {
    for (j = 0; j < 5; ++j) {
      if (i * j == 152)
        goto done;
      out[i] += i * j;
    }
    sum += out[i];
  }
  std::puts("never");
done:
  std::printf("%d %d %d\n", i, j, sum);
  for (int x : out)
    std::printf("%d ", x);
  std::puts("");
}
