// The C89 flag: set to 0, perhaps to 1 in an inner loop, then asked.
#include <cstdio>

int main() {
  int i, k, found, prime[100], where;
  [[mp::parallel_map]]
  for (i = 2; i < 100; i++) {
    found = 0;
    where = -1;
    for (k = 2; k < i; k++) {
      if (i % k == 0) {
        found = 1;
        where = k;
        break;
      }
    }
    prime[i] = found ? where : 0;
  }
  for (i = 2; i < 100; i++)
    std::printf("%d ", prime[i]);
  std::printf("%d %d\n", found, where);
}
