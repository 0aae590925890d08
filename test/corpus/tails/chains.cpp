// Tails that read what other tails made: allowed, as long as the body does not.
// VERDICT: any
#include <cstdio>
#include <vector>

int main() {
  int n = 0, total = 0, longest = 0, run = 0, prev = -1;
  double mean = 0, m2 = 0;
  std::vector<double> means;
  [[mp::parallel_map]]
  for (int i = 0; i < 110; ++i) {
    double x = (i * 29 % 31) / 3.0;
    int k = static_cast<int>(x) % 2;
    n++;
    double delta = x - mean;
    mean += delta / n;
    m2 += delta * (x - mean);
    if (i % 10 == 0)
      means.push_back(mean);
    total += n;
    if (k == prev) {
      if (++run > longest)
        longest = run;
    } else {
      run = 0;
    }
    prev = k;
  }
  for (double x : means)
    std::printf("%a ", x);
  std::printf("%d %d %d %a %a\n", n, total, longest, mean, m2);
}
