// Locals of the body with destructors: once for each iteration, also where it is left.
#include <cstdio>
#include <string>

struct Local {
  explicit Local(int i) : id(i) {}
  ~Local() { std::printf("-%d ", id); }
  int id;
};

int main() {
  int sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i) {
    Local a(i);
    std::string s(i, 'x');
    if (i % 3 == 1)
      continue;
    Local b(i * 100);
    sum += static_cast<int>(s.size());
    if (i == 34)
      break;
  }
  std::printf("\n%d\n", sum);
}
