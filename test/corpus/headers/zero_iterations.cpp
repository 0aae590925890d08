// Loops of no and of one iteration; the outer variable still gets its value.
#include <cstdio>
#include <vector>

static double apply(std::vector<double> &v, int from, int to, int &last) {
  double sum = 0.25;
  int i;
  [[mp::parallel_map]]
  for (i = from; i < to; ++i) {
    v[i] = i + 1;
    sum += v[i];
  }
  last = i;
  return sum;
}

int main() {
  std::vector<double> v(4), none;
  int last = -1;
  double s = apply(none, 0, 0, last);
  std::printf("%a %d\n", s, last);
  s = apply(v, 3, 3, last);
  std::printf("%a %d\n", s, last);
  s = apply(v, 3, 1, last);
  std::printf("%a %d\n", s, last);
  s = apply(v, 2, 3, last);
  std::printf("%a %d\n", s, last);
  s = apply(v, 0, 4, last);
  std::printf("%a %d\n", s, last);
  for (double x : v)
    std::printf("%a ", x);
  std::puts("");
  [[mp::parallel_map]]
  for (double &x : none)
    x = 1;
  std::printf("%zu\n", none.size());
}
