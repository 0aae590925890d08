// The text buffer is memory for other objects, too.
struct View {
  int *p;
  int n;
};

alignas(View) static char pool[64];

View *cell() { return reinterpret_cast<View *>(pool); }

void f(const View *const *in, float *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = static_cast<float>(in[i]->n); // expect-error? {{mp-may-alias|mp-carried}}
    // expect-note@-1?
    pool[i % 64] = static_cast<char>(out[i]); // expect-error? {{mp-may-alias|mp-carried}}
    // expect-note@-1?
  }
}
