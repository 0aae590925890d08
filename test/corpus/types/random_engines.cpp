// An engine of its own for each iteration, seeded with the loop variable.
#include <cstdio>
#include <random>
#include <vector>

int main() {
  std::vector<double> out(40);
  double sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    std::mt19937 engine(1000 + i);
    double x = 0;
    for (int k = 0; k < 10; ++k)
      x += static_cast<double>(engine()) / 4294967296.0;
    out[i] = x;
    sum += x;
  }
  for (double x : out)
    std::printf("%a ", x);
  std::printf("%a\n", sum);
}
