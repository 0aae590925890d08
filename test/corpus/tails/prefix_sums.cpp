// Results that are made from what the tail has: they are written in order, too.
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

static double slow(double x) {
  for (int k = 0; k < 50; ++k)
    x = std::sin(x + k);
  return x;
}

struct Row {
  double sum = 0;
  int count = 0;
  std::string name;
};

int main() {
  const int n = 60;
  std::vector<double> out(n), largest(n);
  std::vector<Row> rows(n);
  double s = 0, best = -2;
  int count = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    s += slow(i);
    out[i] = s;
  }
  [[mp::parallel_map]]
  for (int i = n - 1; i >= 0; --i) {
    const double x = slow(i);
    if (x > best)
      best = x;
    largest[n - 1 - i] = best;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    const double x = slow(i);
    rows[i].name = std::to_string(x);
    if (x > 0) {
      ++count;
      rows[i].count = count;
    }
    rows[i].sum = s += x;
  }
  for (int i = 0; i < n; ++i)
    std::printf("%.17g %.17g %.17g %d %s\n", out[i], largest[i], rows[i].sum,
                rows[i].count, rows[i].name.c_str());
}
