// What was appended last is what the next one is compared with.
void without_repeats(const int *in, int *out, int n) {
  int length = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    int x = in[i] / 10;
    if (length == 0 || out[length - 1] != x) // expect-error {{mp-carried}}: out
      out[length++] = x;                     // expect-note
  }
}
