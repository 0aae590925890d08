// A lambda in a tail runs in the parent, which does not have what the workers wrote.
#include <algorithm>
#include <vector>

int outer(std::vector<int> &out, int n) {
  int limit = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    limit = i % 3;
    // expect-error@+2 {{mp-transport}}: lambda
    // expect-note@+1
    out.push_back(std::count_if(out.begin(), out.end(), [&](int x) { return x > limit; }));
  }
  return limit;
}

struct Filter {
  std::vector<int> out;
  int limit = 0;
  void run(int n) {
    [[mp::parallel_map]]
    for (int i = 0; i < n; ++i) {
      limit = i % 3;
      // expect-error@+2 {{mp-transport}}: lambda
      // expect-note@+1
      out.push_back(std::count_if(out.begin(), out.end(), [this](int x) { return x > limit; }));
    }
  }
};
