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
