// The inner loop fills every second cell of the buffer only.
void f(int *out, int n) {
  int buf[10] = {};
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < 10; k += 2)
      buf[k] = i;     // expect-note?
    out[i] = buf[1];  // expect-error {{mp-carried}}: buf
    buf[1] = i;       // expect-note?
  }
}
