// v[i] and v.at(i), read before written in the same iteration.
#include <cmath>
#include <cstdio>
#include <vector>

int main() {
  std::vector<double> in(200), out(200), twice(200, 1.5);
  for (std::size_t i = 0; i < in.size(); ++i)
    in[i] = 0.1 * static_cast<double>(i);
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < in.size(); ++i) {
    out[i] = std::sqrt(in[i]);
    twice.at(i) *= out[i];
    twice.at(i) += 1;
  }
  for (std::size_t i = 0; i < in.size(); ++i)
    std::printf("%a %a\n", out[i], twice[i]);
}
