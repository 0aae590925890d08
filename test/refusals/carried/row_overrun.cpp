// The inner loop runs one element into the next iteration's row, and reads it.
void f(int *p, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    for (int j = 0; j <= 10; ++j) {
      // expect-error@+1 {{mp-carried|mp-subscript}}: p
      int t = p[i * 10 + j];
      p[i * 10 + j] = t * 3 + i; // expect-note?
    }
}
