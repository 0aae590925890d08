// A union that is not trivially copyable.
#include <new>
#include <string>

struct Value {
  Value() : kind(0), number(0) {}
  ~Value() {
    if (kind)
      text.~basic_string();
  }
  void set(int i) {
    new (&text) std::string(50, static_cast<char>('a' + i % 26)); // expect-note?
    kind = 1;
  }
  int kind;
  union {
    long number;
    std::string text;
  };
};

void f(Value *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i].set(i); // expect-error {{mp-transport|mp-unknown-write|mp-worker-pointer|mp-construct|mp-not-classified}}
}
