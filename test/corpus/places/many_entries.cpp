// One loop entered many times, with data that change in between and with sizes that vary.
#include <cstdio>
#include <vector>

static double step(std::vector<double> &next, const std::vector<double> &now) {
  double change = 0;
  int n = static_cast<int>(now.size());
  [[mp::parallel_map]]
  for (int i = 1; i < n - 1; ++i) {
    next[i] = 0.25 * now[i - 1] + 0.5 * now[i] + 0.25 * now[i + 1];
    change += next[i] - now[i];
  }
  return change;
}

int main() {
  std::vector<double> a(20), b(20);
  double sum = 0;
  a[7] = 100;
  for (int t = 0; t < 60; ++t) {
    b = a;
    sum += step(b, a);
    a.swap(b);
    if (t % 9 == 0) {
      a.push_back(t);
      a.shrink_to_fit();
    }
  }
  for (double x : a)
    std::printf("%a ", x);
  std::printf("%a\n", sum);
}
