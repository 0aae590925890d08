// A pointer to outer data inside a struct that is passed by value.
struct View {
  double *data;
  int size;
};
void smooth(View v, int i);

void f(double *data, double *out, int n) {
  View view{data, n};
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = i;
    smooth(view, i); // expect-error {{mp-opaque-call}}: smooth
  }
}
