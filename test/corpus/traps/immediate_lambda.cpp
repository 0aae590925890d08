// A lambda that is called where it stands changes an outer variable.
// VERDICT: any
#include <cstdio>

int main() {
  int out[40], n = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i)
    out[i] = [&] {
      if (i % 3 == 0)
        ++n;
      return n * 100 + i;
    }();
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d\n", n);
}
