// RUN: %not %judge
void test(int *p, int n) {
  // CHECK: [[#@LINE+2]]:39: error: 'mp::chunk' is given twice [mp-attribute]
  // CHECK: [[#@LINE+1]]:29: note: first given here
  [[using mp: parallel_map, chunk(3), chunk(4)]]
  for (int i = 0; i < n; ++i)
    p[i] = i;
  // CHECK: [[#@LINE+2]]:30: error: 'mp::parallel_map' is given twice
  // CHECK: [[#@LINE+1]]:9: note: first given here
  [[mp::parallel_map]] [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    p[i] = i;
}
