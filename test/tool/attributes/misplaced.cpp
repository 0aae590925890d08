// An attribute of mp's that stands before something else than a loop is an
// error, wherever Clang would drop it.
// RUN: %not %judge

// CHECK: [[#@LINE+1]]:7: error: 'mp::parallel_map' can only stand directly before a loop [mp-attribute]
[[mp::parallel_map]] int variable;

// CHECK: [[#@LINE+1]]:7: error: 'mp::parallel_map' can only stand directly before a loop
[[mp::parallel_map]] void function();

// CHECK: [[#@LINE+1]]:14: error: 'mp::parallel_map' can only stand directly before a loop
struct [[mp::parallel_map]] Type {
  // CHECK: [[#@LINE+1]]:20: error: 'mp::chunk' can only stand directly before a loop
  int member [[mp::chunk(3)]];
};

// CHECK: [[#@LINE+1]]:28: error: 'mp::parallel_map' can only stand directly before a loop
void parameter(int p [[mp::parallel_map]]);

int statements(int *p, int n) {
  // CHECK: [[#@LINE+1]]:9: error: 'mp::parallel_map' can only stand directly before a loop
  [[mp::parallel_map]] {
    for (int i = 0; i < n; ++i)
      p[i] = i;
  }
  // CHECK: [[#@LINE+1]]:9: error: 'mp::parallel_map' can only stand directly before a loop
  [[mp::parallel_map]] if (n > 2)
    for (int i = 0; i < n; ++i)
      p[i] = i;
  // CHECK: [[#@LINE+1]]:9: error: 'mp::parallel_map' can only stand directly before a loop
  [[mp::parallel_map]] p[0] = 1;
  // CHECK: [[#@LINE+1]]:9: error: 'mp::parallel_map' can only stand directly before a loop
  [[mp::parallel_map]] ;
  // CHECK: [[#@LINE+1]]:9: error: 'mp::parallel_map' can only stand directly before a loop
  [[mp::parallel_map]] int local = 3;
  // CHECK: [[#@LINE+1]]:9: error: 'mp::parallel_map' can only stand directly before a loop
  [[mp::parallel_map]] label: for (int i = 0; i < n; ++i)
    p[i] = i;
  // CHECK: [[#@LINE+1]]:9: error: 'mp::chunk' has no meaning without 'mp::parallel_map' [mp-attribute]
  [[mp::chunk(4)]] for (int i = 0; i < n; ++i)
    p[i] = i;
  // CHECK: [[#@LINE+1]]:9: error: 'mp::parallel_map' can only stand directly before a loop
  [[mp::parallel_map]] return local;
}
