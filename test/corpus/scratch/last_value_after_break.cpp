// break: scratch keeps what the iteration that broke wrote, and no more.
#include <cstdio>

int main() {
  double t = -1, u = -1, v = -1;
  int i, out[200] = {};
  [[mp::parallel_map]]
  for (i = 0; i < 200; ++i) {
    t = i * 0.5;
    if (t > 61)
      break;
    u = t * t;
    if (u > 3800)
      continue;
    v = u - t;
    out[i] = static_cast<int>(v);
  }
  std::printf("%d %a %a\n", i, t, u);
  for (int x : out)
    std::printf("%d ", x);
  std::puts("");
}
