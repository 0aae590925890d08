// What an iteration returns is made of what the tails, slots and scratch of those before it left.
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

static double cost(int i) {
  double sum = 0;
  for (int k = 0; k < i % 37; ++k)
    sum += k * 0.5;
  return sum;
}

static double until(double limit, int n) {
  double sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double x = cost(i);
    if (x > limit)
      return sum * 100 + x;
    sum += x;
  }
  return -sum;
}

static int before(double limit, int n) {
  int last = -1, previous = -2;
  std::vector<double> seen(n);
  std::string names;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double x = cost(i);
    if (x > limit)
      return last * 1000 + int(seen[i > 0 ? i - 1 : 0]) + int(names.size()) + previous++;
    last = i;
    seen[i] = x;
    names += 'x';
  }
  return last;
}

static void list(int n) {
  const char *separator = "";
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double x = cost(i);
    std::cout << separator << x;
    separator = ", ";
  }
  std::cout << separator << "end\n";
}

int main() {
  for (double limit : {-1.0, 0.2, 5.0, 100.0, 1e9})
    for (int n : {0, 1, 40})
      std::printf("%g %d\n", until(limit, n), before(limit, n));
  list(30);
}
