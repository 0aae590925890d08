// Attributes of others that are called like ours are none of our business.
// RUN: %mp-rewrite --check %s -- 2>&1 | %check --allow-empty %strict
// RUN: %mp-rewrite %s -- | diff %s -
[[parallel_map]] [[other::parallel_map]] int x;
void test(int *p, int n) {
  [[chunk(4), gnu::chunk(2), other::scratch(p)]]
  for (int i = 0; i < n; ++i)
    p[i] = i;
  [[using other: parallel_map, workers(3)]] [[likely]]
  for (int i = 0; i < n; ++i)
    p[i] = i;
}
// Not attributes at all.
int mp(int *a, int parallel_map) { return a[a[parallel_map]]; }
#if 0
[[mp::nonsense]] int never;
#endif
