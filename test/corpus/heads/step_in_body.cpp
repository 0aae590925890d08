// The step is the last statement of the body: `while`, and `for` without it.

#include <cstdio>
#include <vector>

static double work(int x) { return x * 0.37 + x % 5; }

static int first_above(const std::vector<double> &v, double limit, int &at) {
  int i = 0;
  [[mp::parallel_map]]
  while (i < static_cast<int>(v.size())) {
    double w = work(i) + v[i];
    if (w > limit) {
      at = i;
      return 1;
    }
    i++;
  }
  at = i;
  return 0;
}

int main() {
  const int n = 57;
  std::vector<double> out(n), other(n, 1.5);
  double sum = 0;
  int i = 0;
  [[mp::parallel_map]]
  while (i < n) {
    out[i] = work(i);
    sum += out[i];
    i++;
  }
  std::printf("%d %a\n", i, sum);

  [[mp::parallel_map]]
  for (i = n - 1; i >= 0;) {
    if (out[i] > 3)
      other[i] += work(n - i);
    i -= 1;
  }
  std::printf("%d\n", i);

  unsigned k = 2;
  [[mp::parallel_map]]
  while (k <= 50u) {
    unsigned square = k * k;
    if (square > 900)
      break;
    out[k] += square;
    k = k + 3;
  }
  std::printf("%u\n", k);

  const double *p = other.data(), *end = p + n;
  [[mp::parallel_map]]
  while (p != end) {
    std::printf("%g ", *p * 2);
    ++p;
  }
  std::printf("\n%d\n", static_cast<int>(p - other.data()));

  auto it = out.begin();
  [[mp::parallel_map]]
  while (it < out.end()) {
    *it = work(static_cast<int>(*it));
    it += 1;
  }
  int at = -1;
  int found = first_above(out, 15, at);
  std::printf("%d %d\n", found, at);
  found = first_above(out, 1e9, at);
  std::printf("%d %d\n", found, at);
  int none = 5;
  [[mp::parallel_map]]
  while (none < 5) {
    out[none] = 1;
    none++;
  }
  for (int j = 0; j < n; j++)
    std::printf("%a %a ", out[j], other[j]);
  std::printf("\n");
}
