// Only for loops can be annotated.
void f(int *out, int n) {
  int i = 0;
  // expect-error@+1? {{mp-attribute|mp-loop-form}}
  [[mp::parallel_map]]
  while (i < n) { // expect-error? {{mp-attribute|mp-loop-form}}
    // expect-note@-1?
    out[i] = i;
    ++i;
  }
}
