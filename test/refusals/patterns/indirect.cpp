// Through a list of subscripts, elements may be met again: what was written is
// read.
void through_two(double *base, const int *list, int n) {
  double *one = base;
  double *two = base + 12;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    int at = list[i];
    // expect-error@+1 {{mp-carried}}: base
    one[at] = one[at] * 0.5 + two[at];
    // expect-note@-1
  }
}

void gathered_in_place(double *x, const int *list, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    // expect-error@+1 {{mp-carried}}: x
    x[i] = x[list[i]] + 1;
  // expect-note@-1
}

void sum_read_again(double *x, double *y, const int *list, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    x[list[i]] += i * 0.5; // expect-note
    y[i] = x[list[i]];     // expect-error {{mp-carried}}: x
  }
}
