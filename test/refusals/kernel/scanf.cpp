// scanf reads what no other iteration may read.
#include <cstdio>

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    if (std::scanf("%d", &out[i]) != 1) // expect-error {{mp-input}}: scanf
      out[i] = 0;
}
