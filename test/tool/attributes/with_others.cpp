// Beside attributes of others, in any order and any number of lists.
// RUN: %mp-rewrite --report=- --check %s -- | %python -c 'import json, sys; print(*[(l["verdict"], l.get("label")) for l in json.load(sys.stdin)["loops"]], sep="\n")' | %check
void test(int *p, int n) {
  // CHECK: ('accepted', 'one')
  [[clang::nomerge]] [[mp::parallel_map, clang::annotate("x")]] [[likely]] [[mp::label("one")]]
  for (int i = 0; i < n; ++i)
    p[i] = i;
  // CHECK: ('accepted', 'two')
  [[likely, mp::label("two")]] [[clang::nomerge]] [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    p[i] = i;
  // CHECK: ('accepted', 'three')
  [ [ using mp : parallel_map , label ( "three" ) ] ]
  for (int i = 0; i < n; ++i)
    p[i] = i;
  // CHECK: ('accepted', 'four')
  <:<: mp::parallel_map, mp::label("four") :>:>
  for (int i = 0; i < n; ++i)
    p[i] = i;
}
