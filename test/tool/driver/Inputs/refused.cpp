void refused(int *p, int n) {
  [[mp::parallel_map]]
  for (int i = 1; char(i) < n; ++i)
    p[i] = i;
}
