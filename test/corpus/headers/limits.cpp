// Iteration spaces at the edge of their types, and comparisons of mixed signedness.
// RUNS: any
#include <climits>
#include <cstdio>
#pragma GCC diagnostic ignored "-Wsign-compare"

int main() {
  unsigned long sum = 1;
  int i;
  [[mp::parallel_map]]
  for (i = INT_MAX - 20; i < INT_MAX; ++i)
    sum = sum * 31 + static_cast<unsigned long>(i);
  std::printf("%lu %d\n", sum, i);
  [[mp::parallel_map]]
  for (i = INT_MIN + 15; i > INT_MIN; --i)
    sum = sum * 31 + static_cast<unsigned long>(-static_cast<long>(i));
  std::printf("%lu %d\n", sum, i);
  unsigned u;
  [[mp::parallel_map]]
  for (u = UINT_MAX - 9; u != 6; ++u)
    sum = sum * 31 + u;
  std::printf("%lu %u\n", sum, u);
  unsigned char c;
  [[mp::parallel_map]]
  for (c = 250; c != 9; ++c)
    sum = sum * 31 + c;
  std::printf("%lu %d\n", sum, c);
  unsigned long n = 10;
  [[mp::parallel_map]]
  for (i = -5; i < n; ++i)
    sum += 1;
  std::printf("%lu %d\n", sum, i);
  long long k = 20;
  [[mp::parallel_map]]
  for (u = 0; u < k; ++u)
    sum = sum * 3 + u;
  std::printf("%lu %u\n", sum, u);
  double limit = 12.5;
  [[mp::parallel_map]]
  for (long j = LONG_MAX; j >= LONG_MAX - 30; j -= 4)
    sum = sum * 31 + static_cast<unsigned long>(j) + (limit > 12);
  std::printf("%lu\n", sum);
}
