// Arrays in classes of which not every member can be named or initialised.
#include <string>
#include <vector>

class Hidden {
public:
  void set(int i) {
    name = std::to_string(i);
    v[1] = i;
  }
  int length() const { return static_cast<int>(name.size()); }

private:
  std::string name;
  double v[4] = {};
};

struct Level {
  Level(int n) : n(n) {}
  int n;
};

struct Undefined {
  std::string name;
  double v[4];
  Level level;
};

struct Flags {
  std::string name;
  unsigned a : 3, b : 5;
};

struct Variant {
  std::string name;
  union {
    int i;
    float f;
  };
};

void hidden(std::vector<Hidden> &out) {
  const int n = static_cast<int>(out.size());
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i].set(i); // expect-error {{mp-transport}}: class 'Hidden' is neither trivially copyable, nor a plain aggregate
    out[i].set(i + out[i].length());
  }
}

void undefined(std::vector<Undefined> &out) {
  const int n = static_cast<int>(out.size());
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = {"x", {1, 2}, {i}}; // expect-error {{mp-transport}}: whose member 'level' has no default value
    out[i].v[2] = out[i].name.size();
  }
}

void flags(std::vector<Flags> &out) {
  const int n = static_cast<int>(out.size());
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i].name = "x"; // expect-error {{mp-transport}}: member 'a' is a bit-field in a class that is not trivially copyable
    out[i].a = out[i].name.size() & 7;
  }
}

void variant(std::vector<Variant> &out) {
  const int n = static_cast<int>(out.size());
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i].name = "x"; // expect-error {{mp-transport}}: class 'Variant' has a member without a name
    out[i].i = static_cast<int>(out[i].name.size());
  }
}
