// asm can't be looked through.
void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    int x = i;
    asm("" : "+r"(x)); // expect-error {{mp-construct}}
    out[i] = x;
  }
}
