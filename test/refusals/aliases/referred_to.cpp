// What references in tuples, arrays and owners lead to.
#include <array>
#include <functional>
#include <memory>
#include <tuple>

static void set(int &a, int b) { a = b; }

void applied(int *out) {
  int s = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    out[i] = s;
    std::apply(set, std::tie(s, i)); // expect-error {{mp-loop-changed}}: i
  }
}
void wrapped(int *out) {
  int s = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    out[i] = s;
    std::array<std::reference_wrapper<int>, 1> all{s}; // expect-error {{mp-carried}}: s
    for (int &x : all)
      x = i; // expect-note
  }
}
struct Keep {
  void operator()(int *) const {}
};
void kept(int *out) {
  int s = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    out[i] = s;
    std::unique_ptr<int, Keep> p(&s); // expect-error {{mp-construct}}: unique_ptr
    *p = i;
  }
}
