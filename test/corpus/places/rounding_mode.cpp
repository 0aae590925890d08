// The rounding mode of the program is that of the workers.
#include <cfenv>
#include <cstdio>

int main() {
  double out[40], sum = 0;
  volatile double third = 3;
  double three = third;
  std::fesetround(FE_UPWARD);
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    out[i] = (i + 1) / three;
    sum += out[i] / 7;
  }
  std::fesetround(FE_TONEAREST);
  for (double x : out)
    std::printf("%a ", x);
  std::printf("%a\n", sum);
}
