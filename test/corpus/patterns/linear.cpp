// A second index that steps along with the loop: where it only leads to what is
// written, the program itself does it; otherwise it is written as a form of the
// loop variable.
#include <cstdio>

int main() {
  double a[60], b[60], c[60], d[200];
  int back = 59, e[60], k = 1, f[200] = {};
  for (int i = 0; i < 60; i++) {
    a[i] = i / 2.0;
    b[i] = i / 3.0;
    c[i] = i / 7.0;
  }
  for (double &x : d)
    x = 1;
  [[mp::parallel_map]]
  for (int i = 0; i < 60; i++) {
    int j = i; // starts at 0, one step an iteration
    c[j] += a[i] * b[i];
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 60; i++) {
    int j = 5 + 3 * i;
    d[j] = d[j] * 0.5 + a[i];
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 60; i++) {
    e[back--] = i * i % 17;
    f[k++] = i * i % 19;
    f[k++] = -i;
  }
  std::printf("%d %d:", k, back);
  for (double x : c)
    std::printf(" %a", x);
  for (double x : d)
    std::printf(" %a", x);
  for (int x : e)
    std::printf(" %d", x);
  for (int x : f)
    std::printf(" %d", x);
  std::puts("");
}
