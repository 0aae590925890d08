// Backwards, the elements behind are those of earlier iterations.
#include <vector>

static int twice(int k) { return 2 * k; }

void chain(std::vector<int> &v) {
  [[mp::parallel_map]]
  for (auto it = v.rbegin() + 1; it != v.rend(); ++it)
    *it = twice(it[-1]); // expect-error {{mp-carried}}: iteration i reads what iteration i-1 wrote
  // expect-note@-1
}

void base(std::vector<int> &v) {
  [[mp::parallel_map]]
  for (auto it = v.rbegin() + 1; it != v.rend(); ++it)
    *it = twice(*it.base()); // expect-error {{mp-carried}}: iteration i reads what iteration i-1 wrote
  // expect-note@-1
}

void overlapping(std::vector<int> &v, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    auto it = v.rbegin() + 2 * i;
    it[0] = i; // expect-error {{mp-last-value}}: several iterations write the same element
    it[1] = twice(it[0]);
    it[2] = i;
  }
}

void shrinks(std::vector<int> &v) {
  [[mp::parallel_map]]
  for (auto it = v.rbegin(); it != v.rend(); ++it) { // expect-note
    *it = twice(3);
    v.pop_back(); // expect-error {{mp-loop-changed}}
  }
}
