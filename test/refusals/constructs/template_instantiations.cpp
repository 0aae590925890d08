// One instantiation is fine, the other one's operator keeps state.
struct Counter {
  int value = 0;
};
static int used = 0;
inline Counter operator*(Counter a, int b) {
  a.value = b + used++; // expect-note?
  return a;
}

template <typename T> void f(T *out, int n) { // expect-note?
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) // expect-note?
    out[i] = out[i] * 3; // expect-error {{mp-carried|mp-hidden-state|mp-template}}
  // expect-note@-1?
}

void use(int *a, Counter *b, int n) {
  f(a, n);
  f(b, n); // expect-note?
}
