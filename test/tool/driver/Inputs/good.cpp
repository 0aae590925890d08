void good(int *p, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    p[i] = i;
}
