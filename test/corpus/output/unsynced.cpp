// std::cout without synchronisation with stdio: its own buffer, flushed rarely.
#include <iostream>
#include <string>

static void deep(int i) { std::cout << "<" << i << ">"; }

int main() {
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  std::cout << "before";
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i) {
    std::cout << ' ' << i;
    deep(i);
    if (i % 10 == 9)
      std::cout << std::string(30, '-') << '\n';
  }
  std::cout << "after\n";
}
