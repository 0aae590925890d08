// A pointer that counts down reads what it wrote an iteration ago, or its bound
// is in the memory that it goes over.
static int twice(int k) { return 2 * k; }

void chain(int (&o)[50]) {
  [[mp::parallel_map]]
  for (int *p = o + 48; p >= o; --p)
    *p = twice(p[1]); // expect-error {{mp-carried}}: iteration i reads what iteration i-1 wrote
  // expect-note@-1?
}

void overlapping(int (&o)[50]) {
  [[mp::parallel_map]]
  for (int *p = o + 48; p > o; p -= 2) {
    p[0] = twice(1); // expect-note
    p[-2] = p[0] + p[-1]; // expect-error {{mp-carried}}: several iterations write the same element
  }
}

struct Range {
  int *first;
  int values[50];
};

void moves(Range &r) {
  [[mp::parallel_map]]
  for (int *p = r.values + 49; p >= r.first; --p) { // expect-note
    *p = twice(3);
    r.first = r.values + 25; // expect-error {{mp-loop-changed}}: the body changes
  }
}
