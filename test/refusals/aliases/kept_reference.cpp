// A class keeps the reference that its constructor got.
class Reader {
public:
  explicit Reader(const int &v) : value(v) {}
  int get() const { return value; } // expect-note?

private:
  const int &value;
};

static int level;

void f(const Reader &reader, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = reader.get(); // expect-error? {{mp-may-alias|mp-carried}}
    // expect-note@-1?
    level = out[i] + i; // expect-error? {{mp-may-alias|mp-carried}}
    // expect-note@-1?
  }
}

int g(int *out) {
  Reader reader(level);
  f(reader, out, 100);
  return level;
}
