// Each of the five conditions, upwards and downwards; the final value is right.
#include <cstdio>

static int out[64];

static void show(const char *name, long last) {
  std::printf("%s last %ld:", name, last);
  for (int &x : out) {
    std::printf(" %d", x);
    x = 0;
  }
  std::printf("\n");
}

int main() {
  int i;
  int n = 20;
  [[mp::parallel_map]]
  for (i = 2; i < n; ++i)
    out[i] = i * i;
  show("<", i);
  [[mp::parallel_map]]
  for (i = 2; i <= n; i++)
    out[i] = i * i + 1;
  show("<=", i);
  [[mp::parallel_map]]
  for (i = n; i > 3; --i)
    out[i] = i * i + 2;
  show(">", i);
  [[mp::parallel_map]]
  for (i = n; i >= 3; i--)
    out[i] = i * i + 3;
  show(">=", i);
  [[mp::parallel_map]]
  for (i = 5; i != n; ++i)
    out[i] = i * i + 4;
  show("!=", i);
  [[mp::parallel_map]]
  for (i = n; i != 5; --i)
    out[i] = i * i + 5;
  show("!= down", i);
  [[mp::parallel_map]]
  for (i = 1; n > i; ++i)
    out[i] = i * i + 6;
  show("bound on the left", i);
}
