// Conditions that ask for more than a bound; floating-point variables; loops
// without a condition. The head is run ahead on copies to find the end.

#include <cstdio>
#include <vector>

static double work(double x) { return x * x / 3 + 1; }

static void steps(int *out, unsigned n) {
  [[mp::parallel_map]]
  for (unsigned i = n; i-- > 0;)
    out[i] = static_cast<int>(work(i));
  [[mp::parallel_map]]
  for (unsigned i = 1; i < n; i *= 2)
    out[i] -= 7;
  [[mp::parallel_map]]
  for (int i = 1; i * i < static_cast<int>(n); ++i)
    out[i] += static_cast<int>(work(i));
  [[mp::parallel_map]]
  for (double t = 0; t < 1; t += 0.1)
    out[static_cast<int>(t * 10)] = static_cast<int>(work(t * 30));
  int j = 0;
  [[mp::parallel_map]]
  for (int i = 0; i * 3 < static_cast<int>(n) && j < 60; i++, j += 2)
    out[j] += i;
  std::printf("%d ", j);
  for (unsigned i = 0; i < n; i++)
    std::printf("%d ", out[i]);
  std::puts("");
}

int main() {
  int numbers[70];
  steps(numbers, 70);
  steps(numbers, 0);
  std::vector<int> a(200);
  for (int i = 0; i < 200; i++)
    a[i] = i < 170 ? i % 13 : -1;
  std::vector<double> out;
  int i;
  double total = 0;
  [[mp::parallel_map]]
  for (i = 0; i < 200 && a[i] >= 0; i++) {
    double w = work(a[i]);
    total += w;
    out.push_back(w);
  }
  std::printf("%d %a\n", i, total);

  [[mp::parallel_map]]
  for (double t = 0; t < 3; t += 0.02)
    total += work(t);
  std::printf("%a\n", total);

  int k = 0;
  [[mp::parallel_map]]
  for (;; k++) {
    double w = work(k);
    if (w > 900)
      break;
    total += w;
  }
  std::printf("%d %a\n", k, total);

  int left = 75;
  [[mp::parallel_map]]
  while (left-- > 0)
    std::printf("%g ", work(left));
  std::printf("%d\n", left);

  unsigned bits = 0x5a5a5;
  int ones = 0;
  [[mp::parallel_map]]
  for (unsigned b = bits; b != 0; b >>= 1)
    ones += work(b & 1u) > 1;
  std::printf("%d\n", ones);
  for (double x : out)
    std::printf("%a ", x);
  std::printf("\n");
}
