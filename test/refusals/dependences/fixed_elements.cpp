// One element is read by all, and not the last one to be written.
void one_more(double (&a)[80]) {
  [[mp::parallel_map]]
  for (int i = 0; i <= 41; i++)
    // expect-error@+1 {{mp-carried}}: iteration i-1 wrote
    a[i] = a[i] + a[40];
  // expect-note@-1
}

void first(double (&b)[80]) {
  [[mp::parallel_map]]
  for (int i = 40; i < 80; i++)
    // expect-error@+1 {{mp-carried}}: an earlier iteration wrote it
    b[i] = b[i] + b[40];
  // expect-note@-1
}

void unknown(double *c, int k, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    // expect-error@+1 {{mp-carried}}: an earlier iteration may have written it
    c[i] = c[i] + c[k];
  // expect-note@-1
}

// The own element is read as well; the message is about the other.
void which(const int *gain, int *score, int n, int at) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    score[i] = gain[i] * 3 - i; // expect-note
    score[i] += score[at] > 3;  // expect-error {{mp-carried}}: score may have
  }
}
