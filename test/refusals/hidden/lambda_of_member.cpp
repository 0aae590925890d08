// A member that a lambda reads through the `this` it captured.
#include <vector>

struct Helper {
  int base = 0;
  template <class F> int with(F f) { return base + f(); }
};

struct Walk {
  std::vector<int> out;
  int sum = 0;
  Helper helper;

  void immediate() {
    [[mp::parallel_map]]
    for (int i = 0; i < 8; ++i) {
      // expect-error@+2 {{mp-carried}}: sum
      // expect-note@+1
      out[i] = [&] { return sum + i; }();
      if (i % 3)
        sum += i; // expect-note
    }
  }
  void nested() {
    [[mp::parallel_map]]
    for (int i = 0; i < 8; ++i) {
      // expect-note@+1
      auto read = [this] { return [this] { return sum; }(); };
      out[i] = read(); // expect-error {{mp-carried}}: sum
      if (i % 3)
        sum += i; // expect-note
    }
  }
  void handed_on() {
    [[mp::parallel_map]]
    for (int i = 0; i < 8; ++i) {
      // expect-error@+2 {{mp-carried}}: sum
      // expect-note@+1
      out[i] = helper.with([this] { return sum; });
      if (i % 3)
        sum += i; // expect-note
    }
  }
  void counted() {
    [[mp::parallel_map]]
    for (int i = 0; i < 8; ++i) {
      auto next = [this] { return sum++; }; // expect-note
      out[i] = next();                      // expect-error {{mp-carried}}: sum
    }
  }
};
