// Device memory.
void f(volatile int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = i; // expect-error {{mp-volatile}}
}
