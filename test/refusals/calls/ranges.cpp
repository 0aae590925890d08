// Functions and views of std::ranges.
// STD: 20
#include <algorithm>
#include <ranges>
#include <vector>

void filled(std::vector<int> &v, int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    out[i] = v[3];           // expect-error {{mp-carried}}: v
    std::ranges::fill(v, i); // expect-note
  }
}
void sorted(std::vector<int> &v, int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    std::ranges::sort(v); // expect-note
    out[i] = v[3];        // expect-error {{mp-carried}}: v
  }
}
void counted(std::vector<int> &v, int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    out[i] = static_cast<int>(std::ranges::count(v, 3)); // expect-error {{mp-carried}}: v
    v[0] += i;                                           // expect-note
  }
}
