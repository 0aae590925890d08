// Only the first in[i] elements of the scratch array are written, all are read.
void f(const int *in, int *out, int n) {
  int buf[8] = {};
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < in[i] % 8; ++k)
      buf[k] = i + k; // expect-note
    int s = 0;
    for (int k = 0; k < 8; ++k)
      s += buf[k]; // expect-error {{mp-carried}}: buf
    out[i] = s;
  }
}
