// Objects that the library makes, of classes whose constructors nobody wrote or
// that take arguments.
#include <any>
#include <array>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

static int counter;
struct FromGlobal {
  // expect-note@+2
  // expect-note@+1
  int value = counter;
};
struct Counting {
  // expect-note@+3
  // expect-note@+2
  // expect-note@+1
  Counting() { ++counter; }
};
struct Around {
  Counting member;
};
struct WithArgument {
  // expect-note@+2
  // expect-note@+1
  explicit WithArgument(int) { ++counter; }
};

void vector(int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    std::vector<FromGlobal> v(2); // expect-error {{mp-carried}}: counter
    out[i] = v[0].value;
    counter += i; // expect-note
  }
}
void grown(int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    std::vector<FromGlobal> v; // expect-error {{mp-carried}}: counter
    v.emplace_back();
    out[i] = v[0].value;
    counter += i; // expect-note
  }
}
void unique(int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    out[i] = counter; // expect-error {{mp-carried}}: counter
    std::make_unique<Around>(); // expect-note
  }
}
void variant(int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    out[i] = counter;
    std::variant<Around, int> v; // expect-error {{mp-carried}}: counter
    (void)v;
  }
}
void array(int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    out[i] = counter;
    std::array<Around, 2> v; // expect-error {{mp-carried}}: counter
    (void)v;
  }
}
void arguments(int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    out[i] = counter; // expect-error {{mp-carried}}: counter
    std::any any;
    any.emplace<WithArgument>(3); // expect-note
  }
}
void converted(int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    out[i] = counter; // expect-error {{mp-carried}}: counter
    std::make_shared<WithArgument>(3); // expect-note
  }
}
