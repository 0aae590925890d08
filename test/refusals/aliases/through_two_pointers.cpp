// What a callee writes through a pointer to the iteration's pointer.
static void put(unsigned **p, unsigned v) { **p = v; } // expect-note
static unsigned get(unsigned **p) { return **p; } // expect-note

void read_before(unsigned *out, unsigned *result) {
  [[mp::parallel_map]]
  for (int i = 1; i < 9; ++i) {
    unsigned *q = out + i - 1;
    result[i] = get(&q); // expect-error {{mp-carried}}: out
    out[i] = i + result[i]; // expect-note
  }
}
void written_before(unsigned *out, unsigned *result) {
  [[mp::parallel_map]]
  for (int i = 1; i < 9; ++i) {
    unsigned *q = out + i;
    put(&q, i); // expect-note
    result[i] = out[i - 1]; // expect-error {{mp-carried}}: out
  }
}
