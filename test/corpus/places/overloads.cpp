// Overloads that tell const from not const must be resolved as in the serial loop.
#include <cstdio>
#include <string>
#include <utility>

static int pick(int &) { return 1; }
static int pick(const int &) { return 2; }
static int pick(int &&) { return 3; }

struct Text {
  std::string s = "text";
  const char *which() { return "mutable"; }
  const char *which() const { return "const"; }
};

int main() {
  int n = 30, out[30], kinds = 0;
  const int c = 4;
  Text text;
  const Text fixed;
  Text &ref = text;
  std::string all;
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i) {
    int local = i;
    out[i] = pick(n) + 10 * pick(c) + 100 * pick(local) + 1000 * pick(i + 0) + 10000 * pick(i);
    all += text.which();
    all += fixed.which();
    all += ref.which();
    kinds += std::is_const<decltype(c)>::value + std::is_same<decltype((n)), int &>::value * 2;
  }
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%s %d\n", all.c_str(), kinds);
}
