// The callee steps its pointer parameter through the table that other iterations write.
static int table[10];

static int sum(const int *p, int n) {
  int s = 0;
  while (n--)
    s += *p++; // expect-note?
  return s;
}

void f(const int *in, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = sum(table, 10) + in[i]; // expect-error {{mp-carried}}: table
    table[in[i] % 10] = out[i];      // expect-note?
  }
}
