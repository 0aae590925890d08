// A cache in a callee: the result is the same, but not what it prints.
// VERDICT: any
#include <cstdio>
#include <map>

static std::map<int, long> cache;

static long slow(int x) {
  auto hit = cache.find(x);
  if (hit != cache.end())
    return hit->second;
  std::printf("computing %d\n", x);
  return cache[x] = static_cast<long>(x) * x * x;
}

int main() {
  long out[60];
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i)
    out[i] = slow(i * i % 17);
  for (long x : out)
    std::printf("%ld ", x);
  std::printf("%zu\n", cache.size());
}
