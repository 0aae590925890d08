void broken(int *p) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i)
    p[i] = undeclared;
}
