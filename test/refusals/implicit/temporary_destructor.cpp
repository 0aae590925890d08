// A temporary's destructor writes a global.
static int destroyed = 0;
struct Temporary {
  explicit Temporary(int v) : value(v) {}
  ~Temporary() {
    destroyed += value; // expect-note?
  }
  int value;
};

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = Temporary(i).value + 1; // expect-error {{mp-destructor}}
}

int get() { return destroyed; }
