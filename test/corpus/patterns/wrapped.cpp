// The neighbour in a ring, read from another array, or the ring written and not
// read.
#include <cstdio>
#include <vector>

int main() {
  const int n = 50;
  std::vector<int> in(n), out(n), both(n);
  int ring[8] = {};
  for (int i = 0; i < n; i++)
    in[i] = i * 19 % 50;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    out[i] = in[(i + 1) % n] - in[(i + n - 1) % n];
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    both[i] = in[i == 0 ? n - 1 : i - 1] + in[i == n - 1 ? 0 : i + 1];
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    ring[(i + 3) % 8] = in[i] * in[i]; // the last round stays
  for (int i = 0; i < n; i++)
    std::printf("%d %d ", out[i], both[i]);
  for (int x : ring)
    std::printf("%d ", x);
  std::puts("");
}
