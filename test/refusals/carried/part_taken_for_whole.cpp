// A part of an object is written, the rest is older.
#include <array>
#include <cstring>
#include <tuple>
#include <utility>
#include <vector>

struct Base {
  int a = 0;
  void clear() { *this = Base(); } // expect-note
  void zero() { std::memset(this, 0, sizeof *this); } // expect-note
};
struct Derived : Base {
  int b = 0;
};
struct Three {
  int a, b, c;
};

static void reset(Base &base) { base = Base(); } // expect-note

void base(Derived &d, int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    static_cast<Base &>(d) = Base(); // expect-note
    out[i] = d.a + d.b; // expect-error {{mp-carried}}: d
    d.b = i;
  }
}
void method(Derived &d, int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    d.clear(); // expect-note
    out[i] = d.a + d.b; // expect-error {{mp-carried}}: d
    d.b = i;
  }
}
void bytes(Derived &d, int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    d.zero(); // expect-note
    out[i] = d.a + d.b; // expect-error {{mp-carried}}: d
    d.b = i;
  }
}
void function(Derived &d, int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    reset(d); // expect-note
    out[i] = d.a + d.b; // expect-error {{mp-carried}}: d
    d.b = i;
  }
}
void some_bytes(int *out) {
  Three t{1, 2, 3};
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    std::memset(&t, 0, 2 * sizeof(int)); // expect-note
    out[i] = t.a + t.c; // expect-error {{mp-carried}}: t
    t.c = i;
  }
}
void first_word(int *out) {
  Three t{1, 2, 3};
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    *reinterpret_cast<int *>(&t) = i; // expect-note
    out[i] = t.a + t.b; // expect-error {{mp-carried}}: t
    t.b = i;
  }
}
void member_pointer(int *out) {
  Three t{1, 2, 3};
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    int Three::*member = &Three::a;
    // expect-error@+2 {{mp-worker-pointer}}: member
    // expect-note@+1
    t.*member = 7;
    out[i] = t.a + t.b;
    t.b = i;
  }
}
void tuple(int *out) {
  std::tuple<int, int> t{1, 2};
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    std::get<0>(t) = 7; // expect-note
    const int sum = std::get<0>(t) + std::get<1>(t); // expect-error {{mp-carried}}: t
    out[i] = sum;
    if (i % 3)
      std::get<1>(t) = i;
  }
}
void bits(std::vector<bool> &bits) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    auto next = bits[i + 1];
    // expect-error@+2 {{mp-carried}}: bits
    // expect-note@+1
    next = bits[i];
  }
}
