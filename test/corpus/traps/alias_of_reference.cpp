// The sum is a reference parameter that may be an element of the input or of the output.
// VERDICT: any
// RUNS: any
#include <cstdio>
#include <vector>

static void run(std::vector<long> &out, const std::vector<long> &in, long &sum) {
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < in.size(); ++i) {
    out[i] = in[i] * 2;
    sum += out[i];
  }
}

int main() {
  std::vector<long> in(40, 1), out(40), both(40, 3);
  long sum = 0;
  run(out, in, sum);
  run(out, in, in[30]);
  run(out, in, out[20]);
  run(both, both, both[39]);
  for (int i = 0; i < 40; ++i)
    std::printf("%ld %ld %ld\n", in[i], out[i], both[i]);
  std::printf("%ld\n", sum);
}
