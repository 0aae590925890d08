// No condition: nobody knows how many iterations there are.
void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0;; ++i) { // expect-error {{mp-loop-form}}
    if (i == n)
      break;
    out[i] = i;
  }
}
