// Variables that the body steps along, whatever the iteration computes.
#include <cmath>
#include <cstdio>
#include <vector>

static double slow(double x) {
  for (int k = 0; k < 50; ++k)
    x = std::sin(x + k);
  return x;
}

static int level = 2;

static double weighed(double x) { return slow(x) * level; }

struct Clock {
  double now = 0.5;
  int ticks = 0;
  double tick() {
    ++ticks;
    now += 0.1 * ticks;
    return now;
  }
};

struct Model {
  double t = 0;
  Clock clock;
  std::vector<double> out;
  void run(int n) {
    out.resize(n);
    [[mp::parallel_map]]
    for (int i = 0; i < n; ++i) {
      out[i] = slow(t);
      t += 0.1;
      const double now = clock.tick();
      out[i] += now;
    }
  }
};

int main() {
  const int n = 50;
  std::vector<double> out(3 * n), in(n, 1.5);
  double t = 1, factor = 1;
  int k = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    t = t + 0.1;
    factor *= 1.01;
    out[i] = slow(t) * factor;
    k += 2;
    if (i % 7 == 3)
      continue;
    std::printf("%d %d\n", i, k);
  }
  std::printf("%.17g %.17g %d\n", t, factor, k);

  // Several that need one another, in a range loop that is left.
  int a = 1, b = 1;
  double found = 0;
  [[mp::parallel_map]]
  for (double x : in) {
    const int c = a;
    a = (a + b) % 1000;
    b = (b + 3) % 1000;
    if (slow(x + c) > 0.9999) {
      found = x;
      break;
    }
    out.push_back(slow(b));
  }
  std::printf("%d %d %g %zu\n", a, b, found, out.size());

  Model m;
  m.run(40);
  m.run(30);
  for (double o : m.out)
    std::printf("%.17g\n", o);
  std::printf("%.17g %.17g %d\n", m.t, m.clock.now, m.clock.ticks);

  // What a callee reads that the iteration before has set.
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = weighed(i);
    level = i % 5 + 1;
  }
  std::printf("%d\n", level);

  // An index list that is walked along.
  const int next[6] = {3, 5, 1, 4, 2, 0};
  int at = 0, steps = 0;
  double sum = 0;
  [[mp::parallel_map]]
  while (steps < n) {
    at = next[at];
    sum += slow(at);
    ++steps;
  }
  std::printf("%.17g %d\n", sum, at);
  for (double o : out)
    std::printf("%.17g\n", o);
}
