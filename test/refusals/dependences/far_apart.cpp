// One iteration more than the distance.
void one_more(int (&a)[200]) {
  [[mp::parallel_map]]
  for (int i = 0; i < 65; i++)
    // expect-error@+1 {{mp-carried}}: iteration i-64 wrote
    a[i + 64] = a[i] * 3;
  // expect-note@-1
}

void unknown(int *a, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    // expect-error@+1 {{mp-carried}}: iteration i-64 wrote
    a[i + 64] = a[i] * 3;
  // expect-note@-1
}

void in_steps(int (&a)[200], int n) {
  [[mp::parallel_map]]
  for (int i = 4; i < n; i += 4)
    // expect-error@+1 {{mp-carried}}: iteration i-1 wrote
    a[i] = a[i - 4] + 1;
  // expect-note@-1
}

// A member that stands last may go on.
struct Header {
  int count;
  int tail[2];
};

void goes_on(Header *h) {
  [[mp::parallel_map]]
  for (int i = 0; i < 90; i++)
    // expect-error@+1 {{mp-carried}}: iteration i-2 wrote
    h->tail[i + 2] = h->tail[i] + 1;
  // expect-note@-1
}

// Only sometimes.
void perhaps(int (&a)[200], const int *use) {
  [[mp::parallel_map]]
  for (int i = 1; i < 200; i++)
    if (use[i])
      // expect-error@+1 {{mp-carried}}: iteration i-1 may have written
      a[i] = a[i - 1];
  // expect-note@-1
}
