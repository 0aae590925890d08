// Macros with the names of what is emitted, as some frameworks define them.
#define slots
#define stop halt
#define estimate 1

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) // expect-error {{mp-macro}}: estimate
    out[i] = i;
}

void g(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) { // expect-error {{mp-macro}}: stop
    double x = 1;
    for (int k = 0; k < i; ++k)
      x /= 2;
    if (x < 0.1)
      break;
    out[i] = int(x);
  }
}

void h(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) { // expect-error {{mp-macro}}: slots
    int x = 1;
    for (int k = 0; k < i; ++k)
      x += x;
    out[i] = x;
  }
}
