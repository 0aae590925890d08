// A copy assignment with an effect of its own.
#include <vector>

static int copies = 0;
struct Counted {
  Counted() = default;
  Counted(const Counted &) = default;
  Counted &operator=(const Counted &o) {
    value = o.value;
    ++copies; // expect-note? // expect-note?
    return *this;
  }
  int value = 0;
};

void f(std::vector<Counted> &out, const Counted &in, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = in; // expect-error {{mp-transport|mp-carried}}
  // expect-note@-1?
}

int get() { return copies; }
