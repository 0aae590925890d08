// Owners that hand over what they own, to which others may point.
#include <memory>
#include <utility>
#include <vector>

using Owner = std::unique_ptr<int>;

void swapped(std::vector<Owner> &v, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    std::swap(v[i], v[n + i]); // expect-error {{mp-transport}}: owns
}

void moved(std::vector<Owner> &from, std::vector<Owner> &to, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    to[i] = std::move(from[i]); // expect-error {{mp-transport}}: owns
    *to[i] += 100;
  }
}

void pushed(std::vector<Owner> &from, std::vector<Owner> &to, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    if (i * i % 3)
      to.push_back(std::move(from[i])); // expect-error {{mp-transport}}: owns
}

void released(std::vector<Owner> &from, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    int *p = from[i].release(); // expect-error {{mp-transport}}: owns
    out[i] = *p;
  }
}
