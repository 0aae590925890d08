// A misspelt attribute.
void f(int *out, int n) {
  // expect-error@+1 {{mp-attribute}}: chunks
  [[using mp: parallel_map, chunks(64)]]
  for (int i = 0; i < n; ++i)
    out[i] = i;
}
