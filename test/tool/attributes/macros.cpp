// Attributes that come out of macros.
// RUN: %mp-rewrite --report=- --check %s -- '-DGIVEN=[[mp::parallel_map]]' | %python -c 'import json, sys; print(*[(l["line"], l["column"], l["verdict"], l.get("label")) for l in json.load(sys.stdin)["loops"]], sep="\n")' | %check
#define PARALLEL [[mp::parallel_map]]
#define PARALLEL_AS(...) [[using mp: parallel_map, __VA_ARGS__]]
#define NAME parallel_map
#define SCOPE mp
#define CHUNK 64
void test(int *p, int n) {
  // CHECK: ([[#@LINE+2]], 3, 'accepted', None)
  PARALLEL
  for (int i = 0; i < n; ++i)
    p[i] = i;
  // CHECK: ([[#@LINE+1]], 42, 'accepted', 'l')
  PARALLEL_AS(label("l"), chunk(CHUNK))  for (int i = 0; i < n; ++i)
    p[i] = i;
  // CHECK: ([[#@LINE+2]], 3, 'accepted', None)
  [[SCOPE::NAME]]
  for (int i = 0; i < n; ++i)
    p[i] = i;
  // CHECK: ([[#@LINE+2]], 3, 'accepted', None)
  GIVEN
  for (int i = 0; i < n; ++i)
    p[i] = i;
}
