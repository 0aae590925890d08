// The body reads standard input.
// VERDICT: any
// STDIN: 5 4 3 2 1 0 9 8 7 6 11 12 13 14 15
#include <cstdio>
#include <iostream>

int main() {
  int out[15];
  [[mp::parallel_map]]
  for (int i = 0; i < 15; ++i) {
    int x;
    std::cin >> x;
    out[i] = x * x;
  }
  for (int x : out)
    std::printf("%d ", x);
  std::puts("");
}
