// What is designed and not there yet says so.
// RUN: %not %judge
void test(int *p, int n) {
  // CHECK: [[#@LINE+1]]:29: error: 'mp::unordered' is not supported yet: the loop's tails always run in order [mp-not-yet]
  [[using mp: parallel_map, unordered]]
  for (int i = 0; i < n; ++i)
    p[i] = i;
  // CHECK: [[#@LINE+1]]:29: error: 'mp::timeout' is not supported yet: an iteration may take as long as it wants [mp-not-yet]
  [[using mp: parallel_map, timeout(5)]]
  for (int i = 0; i < n; ++i)
    p[i] = i;
  // CHECK: [[#@LINE+1]]:29: error: 'mp::on_crash' is not supported yet: a worker's death always ends the loop with mp::worker_crashed [mp-not-yet]
  [[using mp: parallel_map, on_crash(retry)]]
  for (int i = 0; i < n; ++i)
    p[i] = i;
}
