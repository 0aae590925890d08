// An attribute of mp's that doesn't exist is an error, though Clang only warns
// about unknown attributes, and not at all with the flags that people use.
// RUN: %not %mp-rewrite --check %s -- -w -Wno-attributes -Wno-unknown-attributes 2>&1 | %check %strict

void close_name(int *p) {
  // CHECK: unknown.cpp:[[#@LINE+3]]:9: error: unknown attribute 'mp::paralel_map'; did you mean 'parallel_map'? [mp-attribute]
  // CHECK-NEXT: [[mp::paralel_map]]
  // CHECK: {{^ +\| +parallel_map$}}
  [[mp::paralel_map]]
  for (int i = 0; i < 9; ++i)
    p[i] = i;
}

void distant_name(int *p) {
  // CHECK: [[#@LINE+1]]:9: error: unknown attribute 'mp::frobnicate' [mp-attribute]
  [[mp::frobnicate(1, "x", p)]]
  for (int i = 0; i < 9; ++i)
    p[i] = i;
}

void beside_a_known_one(int *p) {
  // CHECK: [[#@LINE+1]]:29: error: unknown attribute 'mp::chnk'; did you mean 'chunk'? [mp-attribute]
  [[using mp: parallel_map, chnk(64)]]
  for (int i = 0; i < 9; ++i)
    p[i] = i;
}

void in_a_list_of_its_own(int *p) {
  // CHECK: [[#@LINE+1]]:30: error: unknown attribute 'mp::worker'; did you mean 'workers'? [mp-attribute]
  [[mp::parallel_map]] [[mp::worker(2)]]
  for (int i = 0; i < 9; ++i)
    p[i] = i;
}

#define MISSPELT [[mp::paralell_map]]
void from_a_macro(int *p) {
  // CHECK: [[#@LINE+1]]:3: error: unknown attribute 'mp::paralell_map'; did you mean 'parallel_map'? [mp-attribute]
  MISSPELT for (int i = 0; i < 9; ++i)
    p[i] = i;
  // CHECK: [[#]]:24: note: expanded from macro 'MISSPELT'
}

// CHECK: [[#@LINE+1]]:7: error: unknown attribute 'mp::nonsense' [mp-attribute]
[[mp::nonsense]] int before_a_declaration;
