// The sign that lgamma leaves is read where an earlier iteration may have left
// it.
#include <cmath>
#include <vector>

void before(std::vector<double> &out, std::vector<int> &signs) {
  const int n = static_cast<int>(out.size());
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    signs[i] = signgam; // expect-error {{mp-carried}}: 'signgam'
    out[i] = lgamma(i - 0.5); // expect-note
  }
}

void sometimes(std::vector<double> &out, std::vector<int> &signs) {
  const int n = static_cast<int>(out.size());
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    if (out[i] > 0)
      out[i] = std::lgamma(out[i] - 3); // expect-note
    signs[i] = signgam; // expect-error {{mp-carried}}: 'signgam'
  }
}
