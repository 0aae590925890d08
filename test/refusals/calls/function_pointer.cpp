// A call through a pointer, with outer memory that may be written.
void f(void (*work)(int *), int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    work(out + i); // expect-error {{mp-opaque-call}}
}
