// Neither in a callee.
static int opaque(int x) {
  asm("" : "+r"(x)); // expect-note?
  return x;
}

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = opaque(i); // expect-error {{mp-construct}}
}
