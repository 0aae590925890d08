// out[n++] = x: elements that pass move together, in order.
// VERDICT: any
#include <cstdio>

int main() {
  int in[200], out[200] = {}, n = 0, *end = out + 150;
  for (int i = 0; i < 200; ++i)
    in[i] = i * 7919 % 1009;
  [[mp::parallel_map]]
  for (int i = 0; i < 200; ++i) {
    int x = in[i] * in[i] % 512;
    if (x & 1)
      out[n++] = x;
    if (x % 50 == 4)
      *end++ = i;
  }
  std::printf("%d %td:", n, end - out);
  for (int i = 0; i < 200; ++i)
    std::printf(" %d", out[i]);
  std::puts("");
}
