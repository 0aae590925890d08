// Constant and loop-invariant steps of both signs; trip counts that don't divide.
#include <cstdio>

static int out[128];

static void show(long last) {
  std::printf("%ld:", last);
  for (int &x : out) {
    std::printf(" %d", x);
    x = 0;
  }
  std::printf("\n");
}

int main(int argc, char **) {
  int i;
  const int k = 4 + argc;
  [[mp::parallel_map]]
  for (i = 1; i < 100; i += 3)
    out[i] = i;
  show(i);
  [[mp::parallel_map]]
  for (i = 100; i >= 0; i -= 7)
    out[i] = i + 1;
  show(i);
  [[mp::parallel_map]]
  for (i = 0; i <= 100; i += k)
    out[i] = i + 2;
  show(i);
  [[mp::parallel_map]]
  for (i = 127; i > 5; i -= k)
    out[i] = i + 3;
  show(i);
  [[mp::parallel_map]]
  for (i = 0; i < 99; i = i + k)
    out[i] = i + 4;
  show(i);
  [[mp::parallel_map]]
  for (i = 0; i < 99; i = 2 + i)
    out[i] = i + 5;
  show(i);
  [[mp::parallel_map]]
  for (i = 126; i != 0; i -= 6)
    out[i] = i + 6;
  show(i);
}
