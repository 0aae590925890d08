// Subscripts that run the other way: out of another array, and at the
// iteration's own element.
#include <cstdio>

int main() {
  int in[71], out[71], own[71];
  for (int i = 0; i < 71; i++) {
    in[i] = i * 5 % 71;
    own[i] = i;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 71; i++)
    out[i] = in[70 - i] + 1;
  [[mp::parallel_map]]
  for (int i = 0; i < 71; i++)
    own[70 - i] = own[70 - i] * 3 - in[i];
  for (int i = 0; i < 71; i++)
    std::printf("%d %d ", out[i], own[i]);
  std::puts("");
}
