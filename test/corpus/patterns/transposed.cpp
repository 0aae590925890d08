// Transposed in place, each pair once.
#include <cstdio>
#include <utility>

enum { N = 17 };

int main() {
  static double flat[N * N];
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      flat[i * N + j] = i * 100 + j;
  [[mp::parallel_map]]
  for (int i = 0; i < N; i++)
    for (int j = i + 1; j < N; j++)
      std::swap(flat[i * N + j], flat[j * N + i]);
  for (double x : flat)
    std::printf("%a ", x);
  std::puts("");
}
