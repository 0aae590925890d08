// All iterations use one element of the array that they change: its value from
// before the loop.
#include <cstdio>

int main() {
  double a[80], step = 3.25;
  int shift[80];
  for (int i = 0; i < 80; i++) {
    a[i] = i * 13 % 79;
    shift[i] = i;
  }
  const double middle = a[40];
  [[mp::parallel_map]]
  for (int i = 0; i < 80; i++)
    a[i] = a[i] + middle;
  [[mp::parallel_map]]
  for (int i = 0; i < 80; i++)
    a[i] = a[i] * 0.5 + step;
  [[mp::parallel_map]]
  for (int i = 0; i < 80; i++)
    shift[i] = shift[i] + static_cast<int>(a[64]);
  for (int i = 0; i < 80; i++)
    std::printf("%a %d\n", a[i], shift[i]);
}
