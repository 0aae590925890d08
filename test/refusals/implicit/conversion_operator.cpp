// A conversion with an effect.
struct Ticket {
  operator int() {
    return next++; // expect-note?
  }
  int next = 0;
};

void f(int *out, int n) {
  Ticket ticket;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = ticket; // expect-error {{mp-carried|mp-hidden-state}}: ticket
  // expect-note@-1?
}
