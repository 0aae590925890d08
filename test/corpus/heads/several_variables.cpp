// Further variables that the header steps: each worker goes along, so that a
// float is accumulated as it is written. Their last values are the serial ones.

#include <cmath>
#include <cstdio>
#include <stdexcept>
#include <vector>

static double f(double t) { return std::sin(t) * std::exp(-t / 9); }

static double integrate(double t0, double dt, int n, std::vector<double> &y) {
  double sum = 0, t;
  int k;
  [[mp::parallel_map]]
  for (t = t0, k = 1; k <= n; t += dt, k++) {
    y[k] = f(t);
    sum += y[k] * dt;
  }
  std::printf("t %a k %d\n", t, k);
  return sum;
}

static int in[100];

static void walk(int *out, int n) {
  const int *p = in;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i, p += 2)
    out[i] = *p * 3 + i;
  std::printf("p %d\n", static_cast<int>(p - in));
}

static void leave(int limit) {
  double x = 1;
  int i;
  [[mp::parallel_map]]
  for (i = 0; i < 60; x *= 1.25, i += 2) {
    if (x > limit)
      break;
    std::printf("%d:%g ", i, x);
  }
  std::printf("left at %d with %a\n", i, x);
}

static void throws(int limit) {
  double x = 0;
  int i = 0;
  try {
    [[mp::parallel_map]]
    for (; i < 40; x += 0.3, i++) {
      if (x > limit)
        throw std::runtime_error("far");
      std::printf("%g ", f(x));
    }
  } catch (const std::exception &e) {
    std::printf("%s ", e.what());
  }
  std::printf("%d %a\n", i, x);
}

// Two that meet in the middle: nothing counts alone.
static int meet(const std::vector<int> &v) {
  int sum = 0, i, j;
  [[mp::parallel_map]]
  for (i = 0, j = static_cast<int>(v.size()) - 1; i < j; i++, j--)
    sum = sum * 3 % 1009 + v[i] * v[j];
  std::printf("met %d %d\n", i, j);
  return sum;
}

int main() {
  std::vector<double> y(120);
  std::printf("%a\n", integrate(0.1, 0.07, 100, y));
  std::printf("%a\n", integrate(0.1, 0.07, 0, y));
  std::vector<int> out(50), numbers(100);
  for (int i = 0; i < 100; i++)
    in[i] = numbers[i] = i * i % 17;
  walk(out.data(), 50);
  leave(20);
  leave(1 << 30);
  throws(5);
  throws(500);
  std::printf("%d\n", meet(numbers));
  for (double v : y)
    std::printf("%a ", v);
  for (int v : out)
    std::printf("%d ", v);
  std::printf("\n");
}
