// A jump into the body from outside.
void f(int *out, int n, bool skip) {
  int i = 0;
  if (skip)
    goto inside; // expect-error? {{mp-construct}}
  [[mp::parallel_map]]
  for (i = 0; i < n; ++i) {
    out[i] = i;
  inside: // expect-error? {{mp-construct}}
    // expect-note@-1?
    out[i] += 1;
  }
}
