// Two members point to one array.
// VERDICT: any
// RUNS: any
#include <cstdio>
#include <vector>

class Filter {
public:
  Filter(std::vector<double> &i, std::vector<double> &o) : in(i), out(o) {}
  void run() {
    [[mp::parallel_map]]
    for (std::size_t i = 1; i < in.size(); ++i)
      out[i] = in[i - 1] * 0.5 + in[i];
  }

private:
  std::vector<double> &in, &out;
};

int main() {
  std::vector<double> a(40, 1), b(40, 1);
  Filter(a, b).run();
  Filter(a, a).run();
  for (int i = 0; i < 40; ++i)
    std::printf("%a %a\n", a[i], b[i]);
}
