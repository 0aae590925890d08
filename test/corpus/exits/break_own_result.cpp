// break at the first iteration whose own result fails; nothing of later ones is seen.
#include <cstdio>

int main() {
  int out[300] = {}, i, sum = 0, tried = 0;
  [[mp::parallel_map]]
  for (i = 0; i < 300; ++i) {
    ++tried;
    int x = i * i % 1013;
    if (x > 1000)
      break;
    out[i] = x;
    sum += x;
  }
  std::printf("%d %d %d\n", i, sum, tried);
  for (int x : out)
    std::printf("%d ", x);
  std::puts("");
}
