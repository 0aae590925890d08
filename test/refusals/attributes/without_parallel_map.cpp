// An attribute of mp on a loop that is not to run in parallel.
void f(int *out, int n) {
  // expect-error@+1 {{mp-attribute}}
  [[mp::chunk(64)]]
  for (int i = 0; i < n; ++i)
    out[i] = i;
}
