// An iteration that prints far more than a pipe or a buffer holds, from a callee and itself.
#include <cstdio>
#include <string>

static void banner(int n, char c) {
  for (int k = 0; k < n; ++k)
    std::printf("%c%d,", c, k);
}

int main() {
  [[mp::parallel_map]]
  for (int i = 0; i < 12; ++i) {
    std::string s(i == 5 ? 200000 : 50, static_cast<char>('a' + i));
    std::printf("%s\n", s.c_str());
    if (i == 3 || i == 8)
      banner(30000, static_cast<char>('A' + i));
    std::printf("end %d\n", i);
  }
}
