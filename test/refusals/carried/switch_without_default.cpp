// Scratch that a switch without default may leave as it was.
void f(const int *in, int *out, int n) {
  int t = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    switch (in[i]) {
    case 0:
      t = 1; // expect-note?
      break;
    case 1:
      t = i; // expect-note?
      break;
    }
    out[i] = t; // expect-error {{mp-carried}}: t
  }
}
