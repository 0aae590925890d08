// A const method that counts in a mutable member.
class Source {
public:
  int next() const {
    return ++count; // expect-note?
  }

private:
  mutable int count = 0;
};

void f(const Source &source, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = source.next(); // expect-error {{mp-carried|mp-hidden-state}}
  // expect-note@-1?
}
