// A cache in a callee: filled in the workers only, and looked at by every iteration.
#include <map>

static std::map<int, double> cache;

static double slow(int x) {
  auto hit = cache.find(x); // expect-note?
  if (hit != cache.end())   // expect-note?
    return hit->second;
  return cache[x] = x * 0.5; // expect-note?
}

void f(const int *in, double *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = slow(in[i]); // expect-error {{mp-carried|mp-hidden-state}}: cache
  // expect-note@-1?
}
