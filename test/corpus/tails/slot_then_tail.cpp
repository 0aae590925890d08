// A tail reads the element that its iteration wrote, and one that it only read.
#include <cstdio>
#include <string>
#include <vector>

int main() {
  std::vector<double> out(75), in(75, 0.3);
  std::vector<std::string> names(75);
  double sum = 0, sum2 = 0;
  std::size_t chars = 0;
  std::string all;
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = in[i] * static_cast<double>(i);
    sum += out[i];
    out[i] -= 1;
    sum2 += out[i] * in[i];
    names[i] = std::to_string(i);
    chars += names[i].size();
    all += names[i];
  }
  std::printf("%a %a %zu %s %a\n", sum, sum2, chars, all.c_str(), out[74]);
}
