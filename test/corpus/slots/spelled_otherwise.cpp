// The same element in other words: *(p + i), i[p], (&v[0])[i], data(), front, offsets.
#include <cstdio>
#include <vector>

int main() {
  std::vector<int> a(40), b(40), c(42), d(83);
  int e[40], f[40];
  int *p = a.data();
  auto *data = b.data();
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    *(p + i) = i;
    data[i] = 2 * i;
    c[i + 1] = 3 * i;
    d[2 * i + 3] = 4 * i;
    i[e] = 5 * i;
    (&f[0])[i] = e[i] + *(p + i);
  }
  [[mp::parallel_map]]
  for (int i = 1; i <= 40; ++i)
    *(e + i - 1) += i;
  for (int x : a)
    std::printf("%d ", x);
  for (int x : b)
    std::printf("%d ", x);
  for (int x : c)
    std::printf("%d ", x);
  for (int x : d)
    std::printf("%d ", x);
  for (int i = 0; i < 40; ++i)
    std::printf("%d %d ", e[i], f[i]);
  std::puts("");
}
