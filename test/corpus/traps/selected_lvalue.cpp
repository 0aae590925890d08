// The target of an assignment is chosen by a condition, a call or a pointer.
// VERDICT: any
#include <cstdio>

static int left = 0, right = 0;
static int &side(int i) { return i % 2 ? left : right; }

int main() {
  int even = 0, odd = 0, out[40], up = 1, down = 1;
  int *which = &up;
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    (i % 3 ? even : odd) += i;
    side(i * i) += i;
    *which += i;
    which = i % 4 ? &down : &up;
    out[i] = i;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    side(i) += 1;
    out[i] += left;
  }
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d %d %d %d %d %d\n", even, odd, left, right, up, down);
}
