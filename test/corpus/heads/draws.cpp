// Random numbers that are drawn in the body: each worker draws those of the
// others' iterations as well, so that the sequence is the serial one.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

static double slow(double x) {
  for (int k = 0; k < 50; ++k)
    x = std::sin(x + k);
  return x;
}

struct Simulation {
  std::mt19937 engine{7};
  std::vector<double> found;

  void run(int n) {
    found.assign(n, 0);
    [[mp::parallel_map]]
    for (int i = 0; i < n; ++i) {
      std::uniform_real_distribution<double> within(-1, 1);
      const double x = within(engine), y = within(engine);
      if (x * x + y * y > 1)
        continue;
      found[i] = slow(x) + slow(y);
    }
  }
};

static double sum_of(std::mt19937_64 &engine, const std::vector<double> &v) {
  std::normal_distribution<double> noise(0, 0.1);
  double sum = 0;
  [[mp::parallel_map]]
  for (double x : v)
    sum += slow(x) * noise(engine);
  return sum + noise(engine);
}

static unsigned state_ = 99;

static unsigned next_number() {
  state_ = state_ * 1664525u + 1013904223u;
  return state_ >> 16;
}

static double lehmer(unsigned long *seed) {
  *seed = *seed * 48271 % 2147483647;
  return static_cast<double>(*seed) / 2147483647;
}

int main() {
  Simulation s;
  s.run(60);
  s.run(61);
  for (double f : s.found)
    std::printf("%.17g\n", f);
  std::printf("%u\n", static_cast<unsigned>(s.engine()));

  std::mt19937_64 engine(3);
  const double sum = sum_of(engine, s.found);
  std::printf("%.17g %.17g\n", sum, sum_of(engine, s.found));

  std::vector<double> out(50);
  srand(5);
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i) {
    int die = rand() % 6 + 1;
    out[i] = slow(die) + rand() % 2;
  }
  std::printf("%d\n", rand());

  unsigned long seed = 42;
  double points[50][3];
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i) {
    for (int k = 0; k < 3; k++)
      points[i][k] = lehmer(&seed);
    out[i] += slow(points[i][0] + next_number() % 3);
  }
  std::printf("%lu %u\n", seed, next_number());

  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i) {
    double walk[4];
    walk[0] = 0;
    for (int k = 1; k < 4; k++)
      walk[k] = walk[k - 1] + lehmer(&seed);
    if (walk[3] > 2.4)
      break;
    std::printf("%d %.17g\n", i, slow(walk[3]));
  }
  for (int i = 0; i < 50; ++i)
    std::printf("%.17g %.17g\n", out[i], points[i][2]);
  std::printf("%lu\n", seed);
}
