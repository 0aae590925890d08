// The comparison that std::sort calls counts.
#include <algorithm>
#include <vector>

static int compared;
struct Key {
  int value;
  bool operator<(const Key &other) const {
    ++compared; // expect-note?
    return value < other.value;
  }
};

void f(std::vector<std::vector<Key>> &rows, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::sort(rows[i].begin(), rows[i].end()); // expect-error? {{mp-carried|mp-hidden-state}}
    // expect-note@-1?
    out[i] = compared; // expect-error? {{mp-carried|mp-hidden-state}}
    // expect-note@-1?
  }
}
