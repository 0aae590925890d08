// All iterations write one line, and read some of it from the iteration before.
void before(double (&line)[8], double *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    out[i] = line[3]; // expect-error {{mp-carried}}: line
    for (int k = 0; k < 8; k++)
      line[k] = i * 0.125 + k; // expect-note
  }
}

void short_by_one(double (&line)[8], double *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    for (int k = 0; k < 7; k++)
      line[k] = i * 0.125 + k;  // expect-note
    out[i] = line[3] + line[7]; // expect-error {{mp-carried}}: line
    line[7] = i;
  }
}
