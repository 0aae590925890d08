// In a ring, the last iteration reads what the first one wrote.
void next_in_ring(int *a, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    // expect-error@+1 {{mp-carried}}: a
    a[i] = a[(i + 1) % n] + 1;
  // expect-note@-1
}

void with_the_ends_joined(double (&a)[50]) {
  [[mp::parallel_map]]
  for (int i = 0; i < 50; i++)
    // expect-error@+1 {{mp-carried}}: a
    a[i] = a[i == 49 ? 0 : i + 1] + 1;
  // expect-note@-1
}

void history(double (&ring)[8], const double *in, double *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    ring[i % 8] = in[i] * in[i];    // expect-note
    out[i] = ring[(i + 1) % 8] + 1; // expect-error {{mp-carried}}: ring
  }
}
