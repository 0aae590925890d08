// All members of the base are written, those of the derived class are older.
struct Base {
  int y;
};
struct Derived : Base {
  int z, w;
};

void f(Derived &d, int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    d.y = i;
    out[i] = d.z + d.w; // expect-error {{mp-carried}}
    d.z = i * 7; // expect-note
  }
}

struct Table : Base {
  int z;
  int out[9];

  void set(int v) { y = v; }

  void direct() {
    [[mp::parallel_map]]
    for (int i = 0; i < 9; i++) {
      y = i;
      out[i] = z; // expect-error {{mp-carried}}
      z = y; // expect-note
    }
  }

  void by_lambda() {
    [[mp::parallel_map]]
    for (int i = 0; i < 9; i++) {
      auto put = [&] { y = i; };
      put();
      const int seen = z; // expect-error {{mp-carried}}
      out[i] = seen;
      z = y; // expect-note
    }
  }
};

struct Setter : Table {
  int w;

  void by_method() {
    [[mp::parallel_map]]
    for (int i = 0; i < 9; i++) {
      set(i);
      const int seen = w; // expect-error {{mp-carried}}
      out[i] = seen;
      w = y; // expect-note
    }
  }
};
