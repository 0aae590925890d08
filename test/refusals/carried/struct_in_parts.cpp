// Only one of two members is written in every iteration.
struct Pair {
  int a, b;
};

void f(const int *in, int *out, int n) {
  Pair p{0, 0};
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    p.a = in[i];
    if (p.a > 3)
      p.b = i;          // expect-note
    out[i] = p.a + p.b; // expect-error {{mp-carried}}: p
  }
}
