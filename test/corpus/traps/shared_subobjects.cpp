// Elements that overlap through a stride smaller than their size, and a union of two views.
// VERDICT: any
// RUNS: any
#include <cstdio>
#include <cstring>

static void put(unsigned char *out, int n, int stride) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < 4; ++j)
      out[i * stride + j] = static_cast<unsigned char>(out[i * stride + j] * 3 + i + j);
}

int main() {
  unsigned char a[200] = {}, b[200] = {};
  put(a, 40, 4);
  put(b, 40, 3);
  for (int i = 0; i < 200; ++i)
    std::printf("%d %d\n", a[i], b[i]);
}
