// A case label of an outer switch inside the body.
void f(int *out, int n, int k) {
  int i = 0;
  switch (k) { // expect-note?
  case 0:
    [[mp::parallel_map]]
    for (i = 0; i < n; ++i) {
      out[i] = i;
    case 1: // expect-error {{mp-construct}}
      out[i] += 1;
    }
  }
}
