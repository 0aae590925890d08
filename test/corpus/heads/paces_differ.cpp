// One variable goes along at another pace in each loop.

#include <cstdio>

static void go(int *p) {
  int j = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 50; i++, j += 2)
    p[j] = i;
  j = 3;
  [[mp::parallel_map]]
  for (int i = 7; i < 50; i++, j += 1)
    p[j] = -i;
  j = 150;
  [[mp::parallel_map]]
  for (int i = 50; i > 0; i--, j -= 3)
    p[j] = i * 2;
}

int main() {
  static int p[200];
  go(p);
  for (int x : p)
    std::printf("%d ", x);
  std::puts("");
}
