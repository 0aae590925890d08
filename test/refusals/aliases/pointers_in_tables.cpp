// What pointers in an array or container lead to is written; the table is not.
#include <array>
#include <functional>
#include <tuple>
#include <vector>

void f(int *out, int n, std::vector<int *> &cells, std::vector<int> &all) {
  int x = 0, y = 0;
  int *both[2] = {&x, &y};
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = x;       // expect-error {{mp-carried|mp-may-alias}}: x
    *both[i % 2] = i; // expect-note?
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    *cells[i] = all[i] + i; // expect-error {{mp-may-alias}}: cells
  // expect-note@-1
  std::reference_wrapper<int> ref = x;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = ref; // expect-error {{mp-carried}}: x
    x = i;        // expect-note?
  }
}

void g(int *out, int n) {
  int x = 0, y = 0;
  auto both = std::tie(x, y);
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = x;
    both = std::make_tuple(i, i); // expect-error {{mp-unknown-write}}
  }
}
