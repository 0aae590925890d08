// throw out of the loop: type, text, and the state that is left; also from a callee.
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

struct Bad : std::runtime_error {
  Bad(int i, const std::string &s) : std::runtime_error(s), index(i) {}
  int index;
};

static double checked(double x) {
  if (x > 30)
    throw Bad(static_cast<int>(x), "too large: " + std::to_string(x));
  return x * 2;
}

int main() {
  std::vector<double> out(80);
  double sum = 0;
  int i, started = 0;
  try {
    [[mp::parallel_map]]
    for (i = 0; i < 80; ++i) {
      ++started;
      out[i] = checked(i * 0.5);
      sum += out[i];
    }
  } catch (const Bad &b) {
    std::printf("%d %d %s\n", i, b.index, b.what());
  }
  std::printf("%a %d\n", sum, started);
  try {
    [[mp::parallel_map]]
    for (i = 0; i < 80; ++i) {
      if (i == 61)
        throw i * 10;
      out[i] += 1;
    }
  } catch (int x) {
    std::printf("int %d at %d\n", x, i);
  }
  for (double x : out)
    std::printf("%a ", x);
  std::puts("");
}
