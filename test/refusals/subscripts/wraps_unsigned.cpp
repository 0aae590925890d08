// unsigned arithmetic wraps: i * 0x40000000u has four values.
void f(unsigned *out, unsigned n) {
  [[mp::parallel_map]]
  for (unsigned i = 0; i < n; ++i) {
    unsigned short k = static_cast<unsigned short>(i * 0x4000u);
    unsigned t = out[k]; // expect-error {{mp-carried|mp-subscript}}: out
    out[k] = t * t + i;  // expect-note?
  }
}
