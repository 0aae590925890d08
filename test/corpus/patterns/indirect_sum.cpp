// Sums scattered through a list of subscripts, over two pointers into one
// block: in order, whatever the list says.
#include <cmath>
#include <cstdio>
#include <cstdlib>

static int list[40];

int main() {
  double *base = static_cast<double *>(std::malloc(sizeof(double) * 160));
  double *one = base;
  double *two = base + 12; // may meet what 'one' reaches
  for (int i = 0; i < 160; i++)
    base[i] = i / 4.0;
  for (int i = 0; i < 40; i++)
    list[i] = (i * i * 3) % 140; // some twice, some 12 apart
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    int at = list[i];
    one[at] += 1.0 + std::sqrt(i);
    two[at] += 3.0 + std::sqrt(i * 2);
  }
  for (int i = 0; i < 160; i++)
    std::printf("%a ", base[i]);
  std::puts("");
  std::free(base);
}
