// Names that begin with mp_ belong to what is emitted.
void f(int *out, int n) {
  int mp_s = 3; // expect-note?
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = i * mp_s; // expect-error {{mp-construct|mp-attribute|mp-not-classified}}: mp_s
}
