// Accumulation into members of an outer struct, by value, reference and pointer.
#include <cstdio>

struct Stats {
  double sum = 0;
  int count = 0;
  struct {
    float lo = 1e9f, hi = -1e9f;
  } range;
  int perKind[4] = {};
};

static void collect(Stats &r, Stats *p, int n) {
  Stats s;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    float x = static_cast<float>(i * 19 % 43) / 3.0f;
    s.sum += x;
    s.count++;
    if (x < s.range.lo)
      s.range.lo = x;
    if (x > s.range.hi)
      s.range.hi = x;
    r.perKind[i % 4] += i;
    r.count += 2;
    p->sum -= x;
    ++p->perKind[i & 1];
  }
  r.sum = s.sum + s.count + static_cast<double>(s.range.lo + s.range.hi);
}

int main() {
  Stats a, b;
  collect(a, &b, 85);
  std::printf("%a %d %d %d %d %d %a %d %d\n", a.sum, a.count, a.perKind[0], a.perKind[1],
              a.perKind[2], a.perKind[3], b.sum, b.perKind[0], b.perKind[1]);
}
