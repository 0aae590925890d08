// A volatile object changes under the program's feet.
volatile int ready;

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = ready + i; // expect-error {{mp-volatile}}: ready
}
