// ok = ok && check(i): whether check prints depends on earlier iterations.
// VERDICT: any
#include <cstdio>

static bool check(int i) {
  std::printf("check %d\n", i);
  return i % 20 != 17;
}

int main() {
  bool ok = true;
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i)
    ok = ok && check(i);
  std::printf("%d\n", ok);
}
