// The body asks how much was collected so far.
#include <vector>

void f(const int *in, int *out, int n) {
  std::vector<int> kept;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    if (in[i] > 0)
      kept.push_back(in[i]);                 // expect-note
    out[i] = static_cast<int>(kept.size());  // expect-error {{mp-carried}}: kept
  }
}
