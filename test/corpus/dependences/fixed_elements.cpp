// One element is read by all, and written last, or never.
#include <cstdio>

enum { N = 80 };

static void behind(double *c, int k, int n) {
  [[mp::parallel_map]]
  for (int i = k + 1; i < n; i++)
    c[i] = c[i] + c[k];
}

int main() {
  double a[N], b[N], c[N];
  for (int i = 0; i < N; i++)
    a[i] = b[i] = c[i] = i * 13 % 79;
  [[mp::parallel_map]]
  for (int i = 0; i <= 40; i++) // the last iteration writes a[40]
    a[i] = a[i] + a[40];
  [[mp::parallel_map]]
  for (int i = 41; i < N; i++) // none writes b[40]
    b[i] = b[i] + b[40];
  behind(c, 7, N);
  for (int i = 0; i < N; i++)
    std::printf("%a %a %a\n", a[i], b[i], c[i]);
}
