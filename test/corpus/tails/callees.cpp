// Tails that call functions, in front of results: these functions don't throw.
#include <cmath>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

static double slow(double x) {
  for (int k = 0; k < 50; ++k)
    x = std::sin(x + k);
  return x;
}

struct Statistics {
  int count = 0;
  double sum = 0, least = 1e9;
  std::map<int, int> digits;
  void add(double x) {
    ++count;
    sum += x;
    if (x < least)
      least = x;
    digits[static_cast<int>(x * 10)]++;
  }
};

static void add(double &sum, double x) { sum += x; }

static void note(std::vector<std::string> &log, int i) {
  if (i % 3 == 0)
    log.push_back(std::to_string(i));
}

int main() {
  const int n = 50;
  std::vector<double> out(n), roots(n);
  Statistics all;
  double sum = 0;
  int even = 0;
  std::vector<std::string> log;
  auto count = [&](int x) { even += x % 2 == 0; };
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    const double x = slow(i);
    all.add(x);
    add(sum, x * 2);
    count(i);
    note(log, i);
    out[i] = x;
    roots[i] = std::sqrt(std::fabs(x));
  }
  for (int i = 0; i < n; ++i)
    std::printf("%.17g %.17g\n", out[i], roots[i]);
  for (const auto &[digit, times] : all.digits)
    std::printf("%d %d\n", digit, times);
  for (const std::string &l : log)
    std::printf("%s\n", l.c_str());
  std::printf("%d %.17g %.17g %.17g %d\n", all.count, all.sum, all.least, sum,
              even);
}
