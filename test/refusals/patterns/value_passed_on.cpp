// A scalar that is used before it gets its new value.
void before(int *a, int n) {
  int x = 10;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    a[i] = x; // expect-error {{mp-carried}}: x
    x = i;    // expect-note
  }
}

void chained(int *a, int n) {
  int x = 10;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    a[i] = x;     // expect-error {{mp-carried}}: x
    x = a[i] + i; // expect-note
  }
}

void sometimes(const int *in, int *a, int n) {
  int x = 10;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    if (in[i] > 0)
      x = in[i];  // expect-note
    a[i] = x * 2; // expect-error {{mp-carried}}: x
  }
}
