// A tail changes the state of std::cout, and a callee prints with it.
// VERDICT: any
#include <iomanip>
#include <iostream>

static void show(int x) { std::cout << x << ' ' << x / 8.0 << '\n'; }

int main() {
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    if (i == 15)
      std::cout << std::hex << std::setprecision(2);
    if (i == 30)
      std::cout << std::uppercase;
    show(i * 11);
  }
}
