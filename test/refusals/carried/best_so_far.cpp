// Branch and bound: the body stops early when it can't beat the best so far.
void f(const int *in, int n, int *result) {
  int best = 1 << 30;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    int cost = 0;
    for (int k = 0; k < 100 && cost < best; ++k) // expect-error {{mp-carried}}: best
      cost += in[i * 100 + k];
    if (cost < best)
      best = cost; // expect-note
  }
  *result = best;
}
