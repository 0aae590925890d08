// A lambda can't capture the members of a union without a name.
void f(int *out, int n) {
  union { // expect-note
    int whole;
    float part;
  };
  whole = n;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) // expect-error {{mp-construct}}: union name
    out[i] = whole * i;
}
