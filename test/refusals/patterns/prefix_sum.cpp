// Running sums.
void in_place(int *a, int n) {
  [[mp::parallel_map]]
  for (int i = 1; i < n; i++)
    // expect-error@+1 {{mp-carried}}: a
    a[i] += a[i - 1];
  // expect-note@-1
}

void into_another(const int *in, int *out, int n) {
  int sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    sum += in[i];       // expect-note
    out[i] = sum * sum; // expect-error {{mp-carried}}: sum
  }
}

void doubling_in_place(int *a, int n, int d) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    if (i >= d)
      a[i] += a[i - d]; // expect-error {{mp-subscript}}: a
}
