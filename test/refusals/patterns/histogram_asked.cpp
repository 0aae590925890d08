// The count is used as it stands: the place of the next one in its class.
void f(const int *key, int *first, int *rank, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    rank[i] = first[key[i]]++; // expect-error {{mp-carried}}: first
}
