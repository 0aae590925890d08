// Code of the program's that only the library or the compiler calls.
#include <algorithm>
#include <cstdlib>
#include <functional>
#include <numeric>
#include <unordered_set>
#include <vector>

int calls = 0;

struct Key {
  int value;
  bool operator==(const Key &o) const { return value == o.value; }
};
template <> struct std::hash<Key> {
  std::size_t operator()(const Key &k) const {
    ++calls; // expect-note?
    return std::size_t(k.value);
  }
};
struct Counter {
  int id;
  explicit Counter(int k) : id(k + calls++) {} // expect-note?
};
struct Inherits : Counter {
  using Counter::Counter;
};
struct Copied {
  int n = 0;
  Copied() = default;
  Copied(const Copied &o) : n(o.n) { ++calls; } // expect-note?
  // expect-note@-1?
};
struct Holder {
  Copied inside;
};
void f(int *out, int n, const Holder &holder, const Copied (&all)[3]) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::unordered_set<Key> keys; // expect-error {{mp-carried}}: calls
    keys.insert(Key{i % 3});      // expect-note?
    out[i] = int(keys.size()) + calls; // expect-error? {{mp-carried}}
    // expect-note@-1?
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    Inherits one(i); // expect-error {{mp-carried}}: calls
    // expect-note@-1?
    out[i] = one.id;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    Holder mine = holder; // expect-error {{mp-carried}}: calls
    // expect-note@-1?
    out[i] = mine.inside.n + calls; // expect-error? {{mp-carried}}
    // expect-note@-1?
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    for (Copied each : all) // expect-error {{mp-carried}}: calls
      // expect-note@-1?
      out[i] = each.n;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    int three[3];
    std::generate(three, three + 3, std::rand); // expect-error {{mp-hidden-state}}: rand
    out[i] = three[1];
  }
}
