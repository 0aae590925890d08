// __func__, __LINE__, __FILE__ and assert's text are those of the original source.
#include <cstdio>
#include <cstring>

static int total(int n) {
  int sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    const char *name = std::strrchr(__FILE__, '/');
    std::printf("%s %d %s\n", __func__, __LINE__, name ? name + 1 : __FILE__);
    sum += __LINE__;
  }
  return sum + __LINE__;
}

int main() {
  std::printf("%d %s\n", total(12), __func__);
  std::printf("%d\n", __LINE__);
}
