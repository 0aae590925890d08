// A pointer to the sum is read by the body.
// VERDICT: any
#include <cstdio>

static int run(int *out, const int *in, const int *limit, int n) {
  int sum = 0;
  const int *watched = limit ? limit : &sum;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = in[i] + *watched;
    sum += in[i];
  }
  return sum;
}

int main() {
  int in[40], out[40], five = 5;
  for (int i = 0; i < 40; ++i)
    in[i] = i;
  std::printf("%d\n", run(out, in, &five, 40));
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d\n", run(out, in, nullptr, 40));
  for (int x : out)
    std::printf("%d ", x);
  std::puts("");
}
